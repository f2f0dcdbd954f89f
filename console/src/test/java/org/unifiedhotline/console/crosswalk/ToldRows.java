package org.unifiedhotline.console.crosswalk;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.Authentication;
import org.unifiedhotline.console.access.WiderRoles;
import org.unifiedhotline.masterrecords.crosswalk.Crosswalk;
import org.unifiedhotline.masterrecords.records.CrosswalkEntry;

/** The crosswalk's lists as somebody is told them by another table of roles. */
public final class ToldRows {
    private final Crosswalk crosswalk;
    private final WiderRoles roles;
    private final CrosswalkRows rows;

    public ToldRows(ApplicationContext service, WiderRoles roles) {
        this.crosswalk = service.getBean(Crosswalk.class);
        this.roles = roles;
        this.rows = new CrosswalkRows(crosswalk, roles.scope(), roles.consented());
    }

    /** The keys of all rows of the list. */
    public List<String> all(Authentication login) {
        List<String> told = new ArrayList<>();
        CrosswalkRows.Portions portions =
                rows.into(login, (CrosswalkEntry entry) -> told.add(entry.key().toString()));
        crosswalk.stream(roles.scope().sourcesOf(login), portions::add);
        portions.finish();
        return told;
    }

    /** The keys of all rows of the list of changes. */
    public List<String> changed(Authentication login) {
        return rows.of(login, crosswalk.changesSince(0, roles.scope().sourcesOf(login), 10_000)).stream()
                .map(change -> change.key().toString())
                .toList();
    }
}
