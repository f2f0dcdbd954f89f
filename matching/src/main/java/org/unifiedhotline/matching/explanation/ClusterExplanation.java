package org.unifiedhotline.matching.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.unifiedhotline.matching.record.ClusterHistory;
import org.unifiedhotline.matching.record.ClusterHistory.Join;
import org.unifiedhotline.matching.record.ClusterHistory.Separation;

/**
 * How a cluster came together, and what held others apart. Records are named by their keys; nothing of what they hold is told.
 *
 * @param summary one sentence
 * @param joins one line a join, the first first
 * @param apart one line for each other cluster of the component
 */
public record ClusterExplanation(String summary, List<String> joins, List<String> apart) {
    public ClusterExplanation {
        joins = List.copyOf(joins);
        apart = List.copyOf(apart);
    }

    /**
     * The explanation of one cluster.
     *
     * @param history of the component that it stands in
     * @param cluster the keys of its members
     * @param linkBits the weight at and above which groups are joined
     */
    public static ClusterExplanation of(
            ClusterHistory history, Set<String> cluster, double linkBits, Language language) {
        List<String> joins = new ArrayList<>();
        int said = 0;
        for (Join join : history.joins()) {
            if (cluster.containsAll(join.left()) && cluster.containsAll(join.right())) {
                joins.add((joins.size() + 1) + ". " + line(join, language));
                said += join.said() ? 1 : 0;
            }
        }
        List<String> apart = history.separations().stream()
                .filter(one -> cluster.containsAll(one.left()) || cluster.containsAll(one.right()))
                .map(one -> line(one, cluster.containsAll(one.left()), linkBits, language))
                .toList();
        return new ClusterExplanation(summary(cluster.size(), joins.size(), said, language), joins, apart);
    }

    /**
     * Why two records are not in one cluster.
     *
     * @param separation what holds the groups apart in which they stand
     */
    public static String whyNot(Separation separation, double linkBits, Language language) {
        return line(separation, true, linkBits, language);
    }

    /** Why two records are not in one cluster that stand in no component together. */
    public static String notConnected(Language language) {
        return switch (language) {
            case VIETNAMESE ->
                "Không có chuỗi liên kết nào nối hai bản ghi: không cặp nào giữa chúng đạt ngưỡng, trực tiếp hay qua bản ghi khác";
            case ENGLISH ->
                "No chain of links connects the two: no pair between them reaches the threshold, directly or through other records";
        };
    }

    private static String summary(int records, int joins, int said, Language language) {
        if (joins == 0) {
            return switch (language) {
                case VIETNAMESE -> "Một bản ghi đứng riêng";
                case ENGLISH -> "A record by itself";
            };
        }
        return switch (language) {
            case VIETNAMESE ->
                records + " bản ghi, ghép lại sau " + joins + " bước"
                        + (said == 0 ? "" : ", trong đó " + said + " bước theo lời cán bộ quản lý dữ liệu");
            case ENGLISH ->
                records + " records, joined in " + joins + (joins == 1 ? " step" : " steps")
                        + (said == 0 ? "" : ", " + said + " of them by a steward's word");
        };
    }

    private static String line(Join join, Language language) {
        String groups = names(join.left()) + " + " + names(join.right());
        return switch (language) {
            case VIETNAMESE ->
                groups
                        + (join.said()
                                ? ": cán bộ quản lý dữ liệu xác nhận là một người (trọng số " + bits(join.averageBits())
                                        + ")"
                                : ": trọng số trung bình " + bits(join.averageBits()));
            case ENGLISH ->
                groups
                        + (join.said()
                                ? ": a steward said one person (weight " + bits(join.averageBits()) + ")"
                                : ": average weight " + bits(join.averageBits()));
        };
    }

    private static String line(Separation one, boolean leftIsOurs, double linkBits, Language language) {
        List<String> others = leftIsOurs ? one.right() : one.left();
        String pair = one.keyA() + " | " + one.keyB();
        String average = bits(one.averageBits());
        return names(others) + ": "
                + switch (language) {
                    case VIETNAMESE ->
                        switch (one.reason()) {
                            case SAID_DIFFERENT -> "cán bộ quản lý dữ liệu nói đây là hai người (" + pair + ")";
                            case FORBIDDEN ->
                                "không thể là một người: quan hệ trong vụ việc hoặc số định danh mâu thuẫn (" + pair
                                        + ")";
                            case NEAR_EQUAL_ALTERNATIVES ->
                                "một bản ghi hợp với hai người như nhau nên đứng riêng (trọng số " + average + ")";
                            case BELOW_THRESHOLD ->
                                "trọng số trung bình " + average + " không đạt ngưỡng " + bits(linkBits)
                                        + "; cặp mạnh nhất: " + pair;
                            case COMPONENT_PARTED -> "nhóm quá lớn nên đã được tách giữa hai phần này";
                        };
                    case ENGLISH ->
                        switch (one.reason()) {
                            case SAID_DIFFERENT -> "a steward said two people (" + pair + ")";
                            case FORBIDDEN ->
                                "never one person: a relation in a case, or conflicting identity numbers (" + pair
                                        + ")";
                            case NEAR_EQUAL_ALTERNATIVES ->
                                "a record that fits two people equally well stays alone (weight " + average + ")";
                            case BELOW_THRESHOLD ->
                                "the average weight " + average + " does not reach the threshold " + bits(linkBits)
                                        + "; the strongest pair is " + pair;
                            case COMPONENT_PARTED -> "the group was too large and was parted between the two";
                        };
                };
    }

    private static String names(List<String> keys) {
        return keys.size() == 1 ? keys.getFirst() : "{" + String.join(", ", keys) + "}";
    }

    private static String bits(double bits) {
        return String.format(Locale.ROOT, "%.1f", bits);
    }
}
