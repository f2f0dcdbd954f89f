package org.unifiedhotline.demo.people.households;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.demo.people.chance.Chance;
import org.unifiedhotline.demo.people.names.EthnicGroup;

/** Names of the house for children, names used abroad for adults. */
final class Nicknames {

    private static final List<String> HOUSE = List.of(
            "Tí", "Tèo", "Bi", "Bo", "Cún", "Gấu", "Tôm", "Na", "Bống", "Mít", "Cu Bin", "Bông", "Sóc", "Mận", "Út",
            "Nhím", "Ben", "Su", "Khoai", "Ổi");
    private static final List<String> ABROAD = List.of(
            "Wang Fang", "Xiao Mei", "Li Hong", "A Lan", "A Hoa", "Mei", "Zhang Li", "Lucy", "Anna", "Chen Yue");

    private Nicknames() {}

    static @Nullable String nickname(Role role, EthnicGroup group, Chance chance) {
        boolean has = chance.happens(role == Role.CHILD ? 0.22 : 0.12);
        if (!has) {
            return null;
        }
        String name = chance.oneOf(role == Role.CHILD && group != EthnicGroup.MONG ? HOUSE : ABROAD);
        return chance.happens(0.1) ? name + chance.oneOf(", ", "/") + chance.oneOf(HOUSE) : name;
    }
}
