package org.unifiedhotline.bench.stewardship;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.unifiedhotline.bench.stewardship.Api.Answer;

/**
 * Stewards who decide at random: of a hundred decisions about 40 answer a task, 22 merge two people, 15 split one, 10 pin a
 * value, 13 take an earlier decision back; another approves four of five that wait.
 */
final class Deciders {
    private static final String REASON = "at random";

    private final Api steward;
    private final Api supervisor;
    private final Random random;
    private final List<Long> decisions = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private Map<String, List<String>> people = Map.of();
    private List<JsonNode> tasks = new ArrayList<>();

    Deciders(Api steward, Api supervisor, Random random) {
        this.steward = steward;
        this.supervisor = supervisor;
        this.random = random;
    }

    /** How often what was done and refused. */
    Map<String, Integer> counts() {
        return counts;
    }

    /** Takes so many decisions that stand or wait for approval; what is refused does not count. */
    void decide(int wanted, Crosswalk crosswalk) {
        while (decisions.size() < wanted) {
            if (decisions.size() % 20 == 0 || people.isEmpty()) {
                people = crosswalk.people();
            }
            int kind = random.nextInt(100);
            if (kind < 40) {
                answer();
            } else if (kind < 62) {
                merge();
            } else if (kind < 77) {
                split();
            } else if (kind < 87) {
                pin();
            } else if (!decisions.isEmpty()) {
                undo(decisions.get(random.nextInt(decisions.size())));
            }
        }
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private void taken(String what, Answer answer) {
        if (!answer.isDone()) {
            count(what + " refused, " + answer.status());
            if (answer.status() >= 500) {
                throw new IllegalStateException(what + " answered " + answer.status());
            }
            return;
        }
        count(what);
        long id = answer.json().path("decisionId").asLong();
        decisions.add(id);
        if (answer.status() == 202 && random.nextInt(5) > 0) {
            count("approved "
                    + supervisor
                            .post("/api/v1/decisions/" + id + "/approve", Map.of())
                            .status());
        }
    }

    private void answer() {
        if (tasks.isEmpty()) {
            steward.get("/api/v1/review-tasks?state=OPEN&size=100")
                    .json()
                    .path("items")
                    .forEach(tasks::add);
            Collections.shuffle(tasks, random);
        }
        if (!tasks.isEmpty()) {
            JsonNode task = tasks.removeLast();
            taken(
                    "answer",
                    steward.post(
                            "/api/v1/review-tasks/" + task.path("id").asLong() + "/decision",
                            Map.of(
                                    "version",
                                    task.path("version").asLong(),
                                    "decision",
                                    random.nextBoolean() ? "SAME" : "DIFFERENT",
                                    "reason",
                                    REASON)));
        }
    }

    private String anybody() {
        List<String> ids = List.copyOf(people.keySet());
        return ids.get(random.nextInt(ids.size()));
    }

    private String anybodyOfSeveral() {
        List<String> ids = people.entrySet().stream()
                .filter(person -> person.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .toList();
        return ids.get(random.nextInt(ids.size()));
    }

    private void merge() {
        taken(
                "merge",
                steward.post(
                        "/api/v1/master-records/" + anybody() + "/merge",
                        Map.of("other", anybody(), "reason", REASON)));
    }

    private Map<String, String> anyRecord(String person) {
        List<String> records = people.getOrDefault(person, List.of());
        String[] parts = records.get(random.nextInt(records.size())).split(",");
        return Map.of("source", parts[0], "table", parts[1], "localId", parts[2]);
    }

    private void split() {
        String person = anybodyOfSeveral();
        taken(
                "split",
                steward.post(
                        "/api/v1/master-records/" + person + "/split",
                        Map.of("sourceRecords", List.of(anyRecord(person)), "reason", REASON)));
    }

    private void pin() {
        String person = anybody();
        List<String> attributes = List.of("name", "sex", "birth", "home");
        taken(
                "pin",
                steward.post(
                        "/api/v1/master-records/" + person + "/pin",
                        Map.of(
                                "attribute", attributes.get(random.nextInt(attributes.size())),
                                "sourceRecord", anyRecord(person),
                                "reason", REASON)));
    }

    private void undo(long decision) {
        taken("undo", steward.post("/api/v1/decisions/" + decision + "/undo", Map.of("reason", REASON)));
    }

    /** Takes back whatever of it stands or waits, in an order of chance, and says how many that were. */
    int undoAll() {
        List<Long> standing = new ArrayList<>();
        for (long id : decisions) {
            JsonNode decision = steward.get("/api/v1/decisions/" + id).json();
            boolean holds = List.of("IN_FORCE", "AWAITING_APPROVAL")
                    .contains(decision.path("state").asText());
            if (holds && !decision.path("kind").asText().equals("UNDO")) {
                standing.add(id);
            }
        }
        Collections.shuffle(standing, random);
        for (long id : standing) {
            Answer answer = steward.post("/api/v1/decisions/" + id + "/undo", Map.of("reason", "all of it"));
            if (!answer.isDone()) {
                throw new IllegalStateException("decision " + id + " could not be undone: " + answer.status());
            }
        }
        return standing.size();
    }
}
