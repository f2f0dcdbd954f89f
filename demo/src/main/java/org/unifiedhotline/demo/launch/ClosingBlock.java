package org.unifiedhotline.demo.launch;

import org.unifiedhotline.demo.servers.LegacySystems;

/** The last thing the demo says: where everything is. */
final class ClosingBlock {
    private ClosingBlock() {}

    static String of(DemoSettings settings, DemoFolder folder) {
        return """

                ==============================================================================
                 Unified Hotline Records is running · Hệ thống đang chạy

                 Console       http://127.0.0.1:%d/
                 Log in as     officer · steward · supervisor · auditor · admin
                               counsellor-hn · counsellor-dn · counsellor-ag
                               (password = the name · mật khẩu = tên đăng nhập)
                 Scripts       POST http://127.0.0.1:%d/oauth2/token with client credentials
                               office-script, steward-script, … (secret = the id)
                 Switchboard   mariadb -h 127.0.0.1 -P %d -ulegacy -plegacy %s
                 Hotline       psql postgresql://legacy:legacy@127.0.0.1:%d/%s
                 Hub           psql postgresql://hub_reader:hub_reader@127.0.0.1:%d/%s
                 Search        http://127.0.0.1:%d/_cluster/health
                 Live traffic  %s
                 Folder        %s
                               (%s); the service's log is service.log in it

                 Ctrl-C stops everything · Nhấn Ctrl-C để dừng tất cả
                ==============================================================================""".formatted(
                        settings.port(DemoPort.CONSOLE),
                        settings.port(DemoPort.CONSOLE),
                        settings.port(DemoPort.SWITCHBOARD),
                        LegacySystems.SWITCHBOARD,
                        settings.port(DemoPort.HOTLINE),
                        LegacySystems.HOTLINE,
                        settings.port(DemoPort.HUB),
                        Hub.DATABASE,
                        settings.port(DemoPort.SEARCH),
                        traffic(settings.changesPerSecond()),
                        folder.path(),
                        folder.isTemporary()
                                ? "temporary: it goes when the demo stops; set DEMO_DIR to keep it"
                                : "it stays; start again with this DEMO_DIR to go on");
    }

    private static String traffic(double changes) {
        return changes == 0
                ? "none (DEMO_CHANGES_PER_SECOND=0)"
                : changes + " changes a second in both legacy databases";
    }
}
