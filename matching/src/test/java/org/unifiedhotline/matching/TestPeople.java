package org.unifiedhotline.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.model.ModelReader;
import org.unifiedhotline.matching.record.MatchRecord;

/** People for tests: households with shared telephones and few names, each person in one to four records with slips. */
public final class TestPeople {
    private static final String[] FAMILY = {"Nguyễn", "Trần", "Lê", "Phạm", "Vàng", "Niê"};
    private static final String[] MIDDLE = {"Thị", "Văn", "Ngọc", "Minh", "Mí"};
    private static final String[] GIVEN = {"Hoa", "Lan", "Dũng", "Hùng", "Phương", "Tuấn", "Pó", "Oanh", "Ly", "Sơn"};

    private TestPeople() {}

    /** The truth stands in the key: {@code person/copy}. */
    public static List<MatchRecord> records(int people, long seed) {
        Random random = new Random(seed);
        List<MatchRecord> records = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            String family = FAMILY[random.nextInt(FAMILY.length)];
            String name =
                    family + " " + MIDDLE[random.nextInt(MIDDLE.length)] + " " + GIVEN[random.nextInt(GIVEN.length)];
            String birth =
                    "%d-%02d-%02d".formatted(1960 + random.nextInt(50), 1 + random.nextInt(12), 1 + random.nextInt(28));
            String telephone = "+8491%07d".formatted(person / 3 * 37);
            String home = "%02d/d%d/c%d".formatted(random.nextInt(6), random.nextInt(4), random.nextInt(4));
            int copies = 1 + random.nextInt(4);
            for (int copy = 0; copy < copies; copy++) {
                Map<String, List<String>> values = new HashMap<>();
                values.put("name", List.of(random.nextInt(8) == 0 ? slip(name, random) : name));
                if (random.nextInt(4) > 0) {
                    values.put("birth", List.of(random.nextInt(4) == 0 ? birth.substring(0, 4) : birth));
                }
                if (random.nextInt(3) > 0) {
                    values.put("telephone", List.of(telephone));
                }
                if (random.nextInt(3) > 0) {
                    values.put("home", List.of(home));
                }
                records.add(MatchRecord.of(
                        records.size(),
                        "%05d/%d".formatted(person, copy),
                        person % 2 == 0 ? "caller" : "subject",
                        values));
            }
        }
        return records;
    }

    private static String slip(String name, Random random) {
        int at = random.nextInt(name.length() - 1);
        return name.substring(0, at) + name.substring(at + 1);
    }

    /** A model for them, its keys common early. */
    public static MatchModel model() {
        return ModelReader.read("""
                name: test
                attributes:
                  - {name: name, kind: full-name}
                  - {name: birth, kind: date}
                  - {name: telephone, kind: telephone}
                  - {name: home, kind: place}
                blocking:
                  - {key: [name.given], refine: [name.family, birth.year, home.first]}
                  - {key: [telephone], refine: [name.given, birth.year]}
                  - {key: [birth], refine: [name.given]}
                common-above: 4
                rivals: [relatives, namesakes, twins]
                """);
    }
}
