-- What the switchboard wrote of an agency, a service or a border gate is free text about one person's referral or return: it stands sealed
-- with the row alone. Referrals are counted by the keyed hash of the agency's name, which the next migration makes.
DROP VIEW figure_referral;
DROP VIEW person_activity;
DROP VIEW figure_return;

ALTER TABLE referral RENAME COLUMN agency_name TO agency_name_clear;
ALTER TABLE referral DROP COLUMN service, ADD COLUMN agency_hash text;
ALTER TABLE return_record DROP COLUMN border_gate;
CREATE INDEX referral_agency_hash ON referral (agency_hash);

-- A referral is of its case's centre. Its agency is one of the hotline's list, or one name that the switchboard wrote, told as #hash;
-- a name that erased people's referrals alone held is known no more.
CREATE VIEW figure_referral AS
SELECT referral.record_id, referral.source_system AS line,
       referral.referred_on::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh' AS at,
       date_trunc('month', referral.referred_on)::date AS month,
       COALESCE(figure_case.centre, 'UNKNOWN') AS centre,
       referral.source_system || ':' || COALESCE(agency.code, '#' || named.agency_hash, '?') AS agency,
       agency.name AS agency_name,
       COALESCE(referral.agency_kind, agency.kind, 'UNKNOWN') AS agency_kind,
       COALESCE(referral.province, agency.province, 'UNKNOWN') AS province,
       referral.outcome, referral.satisfaction, referral.referred_on, referral.responded_on,
       referral.case_id, figure_case.case_number, figure_case.subject_id
  FROM referral
  LEFT JOIN agency ON agency.record_id = referral.agency_id
  LEFT JOIN (SELECT DISTINCT agency_hash FROM referral
              WHERE record_id NOT IN (SELECT record_id FROM erased_record)) AS named USING (agency_hash)
  LEFT JOIN figure_case ON figure_case.record_id = referral.case_id;

-- As before, without the gate.
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
       kind, screened_as, returned_on, victim_id
  FROM return_record;

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
