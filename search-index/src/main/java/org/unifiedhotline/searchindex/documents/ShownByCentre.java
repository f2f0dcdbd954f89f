package org.unifiedhotline.searchindex.documents;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.canonical.Telephone;

/**
 * What one centre had to do with a source record, for hits of readers of this centre.
 *
 * @param lastContact the last one of this centre, in milliseconds since 1970
 * @param caseNumbers of cases of which this centre had a contact
 * @param openReferral of one of these cases
 * @param telephones that its contacts presented and that do not stand on the record, as written
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ShownByCentre(
        @Nullable Long lastContact, List<String> caseNumbers, boolean openReferral, List<String> telephones) {
    public ShownByCentre {
        caseNumbers = Absent.asEmpty(caseNumbers);
        telephones = Absent.asEmpty(telephones);
    }

    /** Of each centre that touched the record, by its name. */
    static Map<String, ShownByCentre> of(Activity activity, Collection<String> writtenOnRecord) {
        Map<String, ShownByCentre> shown = new LinkedHashMap<>();
        for (Centre centre : activity.touching()) {
            Activity its = activity.within(Set.of(centre));
            shown.put(
                    centre.name(),
                    new ShownByCentre(
                            its.lastContact(),
                            its.caseNumbers(),
                            its.openReferral(),
                            its.presentedNumbers().stream()
                                    .map(Telephone::written)
                                    .filter(written -> !writtenOnRecord.contains(written))
                                    .distinct()
                                    .toList()));
        }
        return shown;
    }
}
