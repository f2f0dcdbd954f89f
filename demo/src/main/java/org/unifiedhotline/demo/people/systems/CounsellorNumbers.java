package org.unifiedhotline.demo.people.systems;

import org.unifiedhotline.demo.people.chance.Chance;
import org.unifiedhotline.demo.people.telephones.Line;
import org.unifiedhotline.demo.people.telephones.Mobile;

/** The counsellors' own numbers, which get into callers' fields when somebody is called back. */
final class CounsellorNumbers {

    private static final String[] NUMBERS = {
        "0904110211", "0912447008", "0983205117", "0936001772", "0977841030", "0915600348", "0988120955", "0945373120"
    };

    private CounsellorNumbers() {}

    static Line any(Chance chance) {
        return new Mobile(chance.oneOf(NUMBERS));
    }
}
