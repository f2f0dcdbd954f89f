package org.unifiedhotline.searchindex;

import java.text.Normalizer;
import java.util.List;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.canonical.ContactRecord.Channel;
import org.unifiedhotline.mappings.canonical.ReferralRecord.ReferralOutcome;
import org.unifiedhotline.mappings.canonical.Sex;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.records.PersonFile;

/** A dozen people as the legacy systems wrote them (see the notes on legacy data); numbers are of nobody. */
public final class SamplePeople {
    public static final int HOA_OF_LAO_CAI = 1;
    public static final int THU_HOA_OF_HA_NOI = 2;
    public static final int HOA_WITH_TONE = 3;
    public static final int HUNG = 4;
    public static final int PAO = 5;
    public static final int HEN = 6;
    public static final int MOAN = 7;
    public static final int MY = 8;
    public static final int NA = 9;
    public static final int MOTHER_HOA = 10;
    public static final int DUNG = 11;
    public static final int HANG = 12;
    public static final int ANONYMOUS = 13;

    private SamplePeople() {}

    public static List<PersonFile> all() {
        return List.of(
                hoaOfLaoCai().file(),
                thuHoaOfHaNoi().file(),
                hoaWithTone().file(),
                hung().file(),
                pao().file(),
                hen().file(),
                moan().file(),
                my().file(),
                na().file(),
                motherHoa().file(),
                dung().file(),
                hang().file(),
                anonymous().file());
    }

    /** Known to both lines: as a caller of 2016 with an 11-digit mobile, and as a victim. */
    public static SamplePerson hoaOfLaoCai() {
        SampleRecord caller = SampleRecord.caller(101)
                .writtenOn(2016, 5, 20)
                .named("Nguyen Thi Hoa")
                .telephone("0162 123 4567 (me chau)")
                .home("10", "Bát Xát", "Y Tý");
        SampleRecord victim = SampleRecord.victim(201)
                .writtenOn(2019, 8, 1)
                .named("Nguyễn Thị Hoa", "A Hoa")
                .sex(Sex.FEMALE)
                .born("12/03/1996")
                .identity("010196000123")
                .home("Lào Cai", "huyện Bát Xát", null);
        return SamplePerson.number(HOA_OF_LAO_CAI)
                .with(caller)
                .with(victim)
                .contactOf(caller, Centre.HANOI, Channel.VOICE, "2016-05-20T03:00:00Z")
                .caseAbout(victim, "MB-19-00042", "FORCED_MARRIAGE")
                .referralOf(SourceSystem.HOTLINE, "MB-19-00042", ReferralOutcome.PENDING)
                .contactOf(victim, Centre.DANANG, Channel.FACEBOOK, "2019-08-01T03:00:00Z")
                .returnOf(victim);
    }

    public static SamplePerson thuHoaOfHaNoi() {
        SampleRecord child = SampleRecord.child(102)
                .named("Nguyễn Thị Thu Hoa")
                .sex(Sex.FEMALE)
                .born("05/07/1996")
                .home("01", "Ba Đình", null);
        return SamplePerson.number(THU_HOA_OF_HA_NOI)
                .with(child)
                .contactOf(child, Centre.HANOI, Channel.ZALO, "2020-01-01T00:00:00Z");
    }

    public static SamplePerson hoaWithTone() {
        return SamplePerson.number(HOA_WITH_TONE)
                .with(SampleRecord.caller(103)
                        .named("Nguyễn Thị Hoà")
                        .born("1990")
                        .home("89", "Châu Đốc", null));
    }

    public static SamplePerson hung() {
        return SamplePerson.number(HUNG)
                .with(SampleRecord.caller(104)
                        .named("TRẦN VĂN HÙNG")
                        .sex(Sex.MALE)
                        .born("1985")
                        .telephone("+84912345678")
                        .home("15", null, null));
    }

    /** A Mông child of Hà Giang, which is in Tuyên Quang since July 2025. */
    public static SamplePerson pao() {
        SampleRecord child = SampleRecord.child(105)
                .named("Lý A Páo")
                .sex(Sex.MALE)
                .born("00/00/2009")
                .home("02", "Đồng Văn", null)
                .ethnicGroup("Mông");
        return SamplePerson.number(PAO)
                .with(child)
                .caseAbout(child, "TE-2021-000123", "TRAFFICKING")
                .referralOf(SourceSystem.SWITCHBOARD, "TE-2021-000123", ReferralOutcome.COMPLETED);
    }

    public static SamplePerson hen() {
        return SamplePerson.number(HEN)
                .with(SampleRecord.victim(206)
                        .named("H'Hen Niê")
                        .sex(Sex.FEMALE)
                        .born("1992")
                        .ethnicGroup("Ê Đê"));
    }

    public static SamplePerson moan() {
        return SamplePerson.number(MOAN)
                .with(SampleRecord.victim(207)
                        .named("Y Moan Ênuôl")
                        .born("01/01/1988")
                        .ethnicGroup("Ê Đê"));
    }

    public static SamplePerson my() {
        return SamplePerson.number(MY)
                .with(SampleRecord.victim(208)
                        .named("Vàng Thị Mỷ", "Mai")
                        .sex(Sex.FEMALE)
                        .born("00/09/2003")
                        .identity("B1234567")
                        .ethnicGroup("Mông"));
    }

    public static SamplePerson na() {
        return SamplePerson.number(NA)
                .with(SampleRecord.child(109)
                        .named("Lê Thị Na")
                        .sex(Sex.FEMALE)
                        .born("1/6/2012")
                        .mother("Phạm Thị Hoa"));
    }

    public static SamplePerson motherHoa() {
        return SamplePerson.number(MOTHER_HOA)
                .with(SampleRecord.caller(110)
                        .named("chị Phạm Thị Hoa")
                        .born("1984")
                        .telephone("0987.654.321"));
    }

    /** Written decomposed (NFD), with a nine-digit identity card. */
    public static SamplePerson dung() {
        return SamplePerson.number(DUNG)
                .with(SampleRecord.child(111)
                        .named(Normalizer.normalize("Đặng Văn Dũng", Normalizer.Form.NFD))
                        .sex(Sex.MALE)
                        .born("9/11/2005")
                        .identity("162345678"));
    }

    public static SamplePerson hang() {
        return SamplePerson.number(HANG)
                .with(SampleRecord.caller(112)
                        .named("Đỗ Thuý Hằng")
                        .born("1979")
                        .home("Thành phố Đà Nẵng", null, null));
    }

    public static SamplePerson anonymous() {
        return SamplePerson.number(ANONYMOUS)
                .with(SampleRecord.caller(113).named("khong ro").telephone("024 3825 1234"));
    }
}
