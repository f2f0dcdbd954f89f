-- Figures of the office: what they count by, in typed columns, and one view for each thing that is counted. A number on the
-- dashboard and the list behind it read the same view, so they cannot disagree.

ALTER TABLE referral
  ADD COLUMN agency_name text,                     -- as written on the switchboard; null where the agency is of the list
  ADD COLUMN province    text;                     -- the province of today (since July 2025) by its code; null if not told
ALTER TABLE agency ADD COLUMN province text;       -- likewise, of province_name
ALTER TABLE quality_review ADD COLUMN criteria jsonb NOT NULL DEFAULT '{}';
ALTER TABLE site_status ADD COLUMN detail text;

UPDATE referral SET agency_name = canonical ->> 'agencyName'
  FROM source_record WHERE source_record.record_id = referral.record_id AND canonical ->> 'agencyName' IS NOT NULL;
UPDATE quality_review SET criteria = canonical -> 'criteria'
  FROM source_record WHERE source_record.record_id = quality_review.record_id AND canonical -> 'criteria' IS NOT NULL;
UPDATE site_status SET detail = canonical ->> 'detail'
  FROM source_record WHERE source_record.record_id = site_status.record_id AND canonical ->> 'detail' IS NOT NULL;

-- From now on the two are written as the rows come (by mappings' Places). What stands already is read here: codes by the day of
-- the referral, since codes were reused; names, of whichever time, lead to the same province of today.
CREATE TEMPORARY TABLE province_of (era text, code text, name text, province text);
INSERT INTO province_of VALUES
  ('BEFORE','01','Hà Nội','01'), ('BEFORE','02','Hà Giang','08'), ('BEFORE','04','Cao Bằng','04'),
  ('BEFORE','06','Bắc Kạn','19'), ('BEFORE','08','Tuyên Quang','08'), ('BEFORE','10','Lào Cai','15'),
  ('BEFORE','11','Điện Biên','11'), ('BEFORE','12','Lai Châu','12'), ('BEFORE','14','Sơn La','14'),
  ('BEFORE','15','Yên Bái','15'), ('BEFORE','17','Hòa Bình','25'), ('BEFORE','19','Thái Nguyên','19'),
  ('BEFORE','20','Lạng Sơn','20'), ('BEFORE','22','Quảng Ninh','22'), ('BEFORE','24','Bắc Giang','24'),
  ('BEFORE','25','Phú Thọ','25'), ('BEFORE','26','Vĩnh Phúc','25'), ('BEFORE','27','Bắc Ninh','24'),
  ('BEFORE','30','Hải Dương','31'), ('BEFORE','31','Hải Phòng','31'), ('BEFORE','33','Hưng Yên','33'),
  ('BEFORE','34','Thái Bình','33'), ('BEFORE','35','Hà Nam','37'), ('BEFORE','36','Nam Định','37'),
  ('BEFORE','37','Ninh Bình','37'), ('BEFORE','38','Thanh Hóa','38'), ('BEFORE','40','Nghệ An','40'),
  ('BEFORE','42','Hà Tĩnh','42'), ('BEFORE','44','Quảng Bình','44'), ('BEFORE','45','Quảng Trị','44'),
  ('BEFORE','46','Huế','46'), ('BEFORE','48','Đà Nẵng','48'), ('BEFORE','49','Quảng Nam','48'),
  ('BEFORE','51','Quảng Ngãi','51'), ('BEFORE','52','Bình Định','52'), ('BEFORE','54','Phú Yên','66'),
  ('BEFORE','56','Khánh Hòa','56'), ('BEFORE','58','Ninh Thuận','56'), ('BEFORE','60','Bình Thuận','68'),
  ('BEFORE','62','Kon Tum','51'), ('BEFORE','64','Gia Lai','52'), ('BEFORE','66','Đắk Lắk','66'),
  ('BEFORE','67','Đắk Nông','68'), ('BEFORE','68','Lâm Đồng','68'), ('BEFORE','70','Bình Phước','75'),
  ('BEFORE','72','Tây Ninh','80'), ('BEFORE','74','Bình Dương','79'), ('BEFORE','75','Đồng Nai','75'),
  ('BEFORE','77','Bà Rịa - Vũng Tàu','79'), ('BEFORE','79','Hồ Chí Minh','79'), ('BEFORE','80','Long An','80'),
  ('BEFORE','82','Tiền Giang','82'), ('BEFORE','83','Bến Tre','86'), ('BEFORE','84','Trà Vinh','86'),
  ('BEFORE','86','Vĩnh Long','86'), ('BEFORE','87','Đồng Tháp','82'), ('BEFORE','89','An Giang','91'),
  ('BEFORE','91','Kiên Giang','91'), ('BEFORE','92','Cần Thơ','92'), ('BEFORE','93','Hậu Giang','92'),
  ('BEFORE','94','Sóc Trăng','92'), ('BEFORE','95','Bạc Liêu','96'), ('BEFORE','96','Cà Mau','96'),
  ('SINCE','01','Hà Nội','01'), ('SINCE','04','Cao Bằng','04'), ('SINCE','08','Tuyên Quang','08'),
  ('SINCE','11','Điện Biên','11'), ('SINCE','12','Lai Châu','12'), ('SINCE','14','Sơn La','14'),
  ('SINCE','15','Lào Cai','15'), ('SINCE','19','Thái Nguyên','19'), ('SINCE','20','Lạng Sơn','20'),
  ('SINCE','22','Quảng Ninh','22'), ('SINCE','24','Bắc Ninh','24'), ('SINCE','25','Phú Thọ','25'),
  ('SINCE','31','Hải Phòng','31'), ('SINCE','33','Hưng Yên','33'), ('SINCE','37','Ninh Bình','37'),
  ('SINCE','38','Thanh Hóa','38'), ('SINCE','40','Nghệ An','40'), ('SINCE','42','Hà Tĩnh','42'),
  ('SINCE','44','Quảng Trị','44'), ('SINCE','46','Huế','46'), ('SINCE','48','Đà Nẵng','48'),
  ('SINCE','51','Quảng Ngãi','51'), ('SINCE','52','Gia Lai','52'), ('SINCE','56','Khánh Hòa','56'),
  ('SINCE','66','Đắk Lắk','66'), ('SINCE','68','Lâm Đồng','68'), ('SINCE','75','Đồng Nai','75'),
  ('SINCE','79','Hồ Chí Minh','79'), ('SINCE','80','Tây Ninh','80'), ('SINCE','82','Đồng Tháp','82'),
  ('SINCE','86','Vĩnh Long','86'), ('SINCE','91','An Giang','91'), ('SINCE','92','Cần Thơ','92'),
  ('SINCE','96','Cà Mau','96');
UPDATE referral SET province = province_of.province FROM province_of
 WHERE code = province_code AND era = CASE WHEN referred_on < '2025-07-01' THEN 'BEFORE' ELSE 'SINCE' END;
UPDATE agency SET province = province_of.province FROM province_of
 WHERE lower(province_of.name) = lower(regexp_replace(btrim(province_name), '^(tỉnh|thành phố|tp\.?)\s+', '', 'i'));
DROP TABLE province_of;

-- Contacts are many: those of a period are found by it, and lists go back in time along it.
CREATE INDEX contact_received_at ON contact (received_at, record_id);
-- The state of a piece of equipment, and since when, without reading its past.
CREATE INDEX site_status_state ON site_status (source_system, centre, component, state, observed_at);

-- Days and months are Vietnam's. Contacts that nobody was counselled in are told apart: automatic answers by their channel, the
-- others by what came of them.
CREATE VIEW figure_contact AS
SELECT contact.record_id, source_system AS line, received_at AS at,
       date_trunc('month', received_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS month,
       channel, centre, language, outcome, topic, duration_seconds, counsellor, caller_id, case_id,
       CASE WHEN channel = 'AUTOMATIC_ANSWER' THEN 'AUTOMATIC'
            WHEN outcome IN ('NUISANCE', 'SILENT', 'ABANDONED', 'UNKNOWN') THEN outcome
            ELSE 'COUNSELLING' END AS nature
  FROM contact;

-- A case is of the centre that took its first contact.
CREATE VIEW figure_case AS
SELECT record_id, source_system AS line, opened_on::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh' AS at,
       date_trunc('month', opened_on)::date AS month,
       COALESCE((SELECT contact.centre FROM contact WHERE contact.case_id = case_file.record_id
                  ORDER BY contact.received_at, contact.record_id LIMIT 1), 'UNKNOWN') AS centre,
       CASE WHEN cardinality(kinds) = 0 THEN ARRAY['NONE'] ELSE kinds END AS kinds,
       status, urgency, case_number, opened_on, closed_on, destination_country, subject_id, reporter_id
  FROM case_file;

-- A referral is of its case's centre. Its agency is one of the hotline's list, or what the switchboard wrote.
CREATE VIEW figure_referral AS
SELECT referral.record_id, referral.source_system AS line,
       referral.referred_on::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh' AS at,
       date_trunc('month', referral.referred_on)::date AS month,
       COALESCE(figure_case.centre, 'UNKNOWN') AS centre,
       referral.source_system || ':' || COALESCE(agency.code, btrim(referral.agency_name), '?') AS agency,
       COALESCE(agency.name, btrim(referral.agency_name)) AS agency_name,
       COALESCE(referral.agency_kind, agency.kind, 'UNKNOWN') AS agency_kind,
       COALESCE(referral.province, agency.province, 'UNKNOWN') AS province,
       referral.service, referral.outcome, referral.satisfaction, referral.referred_on, referral.responded_on,
       referral.case_id, figure_case.case_number, figure_case.subject_id
  FROM referral
  LEFT JOIN agency ON agency.record_id = referral.agency_id
  LEFT JOIN figure_case ON figure_case.record_id = referral.case_id;

-- The country that somebody came back from, and the centre, are not on the return: both are those of the victim's case that was
-- opened last before the return (or first after it); of these the first that names a country.
CREATE VIEW figure_return AS
SELECT record_id, source_system AS line, returned_on::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh' AS at,
       date_trunc('month', returned_on)::date AS month,
       COALESCE((SELECT figure_case.centre FROM figure_case WHERE figure_case.subject_id = victim_id
                  ORDER BY figure_case.opened_on > returned_on, abs(figure_case.opened_on - returned_on), case_number
                  LIMIT 1), 'UNKNOWN') AS centre,
       COALESCE((SELECT destination_country FROM case_file
                  WHERE case_file.subject_id = victim_id AND destination_country IS NOT NULL
                  ORDER BY opened_on > returned_on, abs(opened_on - returned_on), case_number LIMIT 1),
                'UNKNOWN') AS country,
       kind, border_gate, screened_as, returned_on, victim_id
  FROM return_record;

-- An assessment is of the centre and topic of its contact.
CREATE VIEW figure_review AS
SELECT quality_review.record_id, quality_review.source_system AS line, reviewed_at AS at,
       date_trunc('month', reviewed_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS month,
       COALESCE(contact.centre, 'UNKNOWN') AS centre, COALESCE(contact.topic, 'NONE') AS topic,
       score, criteria, reviewer, contact_id, contact.received_at, contact.channel, contact.counsellor,
       contact.duration_seconds, contact.caller_id, contact.case_id
  FROM quality_review LEFT JOIN contact ON contact.record_id = quality_review.contact_id;

-- When a person was dealt with, and where: as a caller, or by a contact about a case of theirs; by a case opened; by a return.
CREATE VIEW person_activity AS
SELECT caller_id AS record_id, received_at AS at, centre FROM contact WHERE caller_id IS NOT NULL
UNION ALL
SELECT subject_id, received_at, contact.centre FROM case_file JOIN contact ON contact.case_id = case_file.record_id
UNION ALL
SELECT reporter_id, received_at, contact.centre FROM case_file JOIN contact ON contact.case_id = case_file.record_id
 WHERE reporter_id IS NOT NULL
UNION ALL
SELECT subject_id, at, centre FROM figure_case
UNION ALL
SELECT reporter_id, at, centre FROM figure_case WHERE reporter_id IS NOT NULL
UNION ALL
SELECT victim_id, at, centre FROM figure_return;
