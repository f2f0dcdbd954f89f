package org.unifiedhotline.demo.people.households;

import static org.unifiedhotline.demo.people.names.EthnicGroup.BAHNAR;
import static org.unifiedhotline.demo.people.names.EthnicGroup.DAO;
import static org.unifiedhotline.demo.people.names.EthnicGroup.E_DE;
import static org.unifiedhotline.demo.people.names.EthnicGroup.GIA_RAI;
import static org.unifiedhotline.demo.people.names.EthnicGroup.HOA;
import static org.unifiedhotline.demo.people.names.EthnicGroup.KHMER;
import static org.unifiedhotline.demo.people.names.EthnicGroup.KINH;
import static org.unifiedhotline.demo.people.names.EthnicGroup.MONG;
import static org.unifiedhotline.demo.people.names.EthnicGroup.MUONG;
import static org.unifiedhotline.demo.people.names.EthnicGroup.NUNG;
import static org.unifiedhotline.demo.people.names.EthnicGroup.TAY;
import static org.unifiedhotline.demo.people.names.EthnicGroup.THAI;
import static org.unifiedhotline.demo.people.names.EthnicGroup.XE_DANG;

import java.util.List;
import java.util.Map;
import org.unifiedhotline.demo.people.chance.Chance;
import org.unifiedhotline.demo.people.names.EthnicGroup;
import org.unifiedhotline.demo.people.places.Place;

/** Which peoples live where, roughly; everywhere else, and for the rest here, people are Kinh. */
final class GroupByPlace {

    private record Mix(double minorities, List<EthnicGroup> groups) {}

    /** By GSO province code before July 2025. */
    private static final Map<String, Mix> MIXES = Map.ofEntries(
            Map.entry("02", new Mix(0.85, List.of(MONG, MONG, TAY, DAO))),
            Map.entry("04", new Mix(0.9, List.of(TAY, NUNG, MONG, DAO))),
            Map.entry("06", new Mix(0.8, List.of(TAY, TAY, DAO, NUNG))),
            Map.entry("08", new Mix(0.5, List.of(TAY, DAO, MONG))),
            Map.entry("10", new Mix(0.65, List.of(MONG, TAY, DAO))),
            Map.entry("11", new Mix(0.8, List.of(THAI, MONG, MONG))),
            Map.entry("12", new Mix(0.8, List.of(THAI, MONG, DAO))),
            Map.entry("14", new Mix(0.8, List.of(THAI, THAI, MONG, MUONG))),
            Map.entry("15", new Mix(0.5, List.of(TAY, DAO, MONG, THAI))),
            Map.entry("17", new Mix(0.7, List.of(MUONG))),
            Map.entry("20", new Mix(0.8, List.of(NUNG, TAY))),
            Map.entry("38", new Mix(0.17, List.of(MUONG, THAI))),
            Map.entry("40", new Mix(0.14, List.of(THAI, MONG))),
            Map.entry("62", new Mix(0.52, List.of(XE_DANG, XE_DANG, BAHNAR, GIA_RAI))),
            Map.entry("64", new Mix(0.45, List.of(GIA_RAI, GIA_RAI, BAHNAR))),
            Map.entry("66", new Mix(0.33, List.of(E_DE, E_DE, GIA_RAI, NUNG))),
            Map.entry("79", new Mix(0.05, List.of(HOA))),
            Map.entry("84", new Mix(0.31, List.of(KHMER))),
            Map.entry("91", new Mix(0.13, List.of(KHMER))),
            Map.entry("94", new Mix(0.34, List.of(KHMER, KHMER, HOA))));

    private GroupByPlace() {}

    static EthnicGroup at(Place place, Chance chance) {
        Mix mix = MIXES.get(place.before().provinceCode());
        return mix != null && chance.happens(mix.minorities()) ? chance.oneOf(mix.groups()) : KINH;
    }
}
