package org.unifiedhotline.demo.people.systems;

import org.unifiedhotline.demo.people.chance.Chance;
import org.unifiedhotline.demo.people.households.Household;

/** Tells what happened to households, and has it written down in both systems. Not thread-safe. */
public final class StoryTeller {

    private final long seed;
    private final Ids ids;
    private final Times times;

    /**
     * @param seed of the world
     * @param ids go on from one household to the next
     * @param times when things happen
     */
    public StoryTeller(long seed, Ids ids, Times times) {
        this.seed = seed;
        this.ids = ids;
        this.times = times;
    }

    /** Adds the household's people, their rows in both systems, and the truth about these. */
    public void tell(Household household, Batch batch) {
        Chance chance = Chance.of(seed, "stories", household.index());
        Pen pen = new Pen(batch, ids, times, chance);
        household.members().forEach(batch::add);
        Stories stories = new Stories(pen, household);
        if (household.isShelter()) {
            stories.shelter();
            return;
        }
        int count = chance.weighted(6, 30, 30, 18, 10, 6);
        for (int i = 0; i < count; i++) {
            one(stories, chance);
        }
    }

    /**
     * Adds one story of the household, and nothing else of it but its people.
     *
     * @param number tells the story apart from others of the same household
     */
    public void tellOne(Household household, long number, Batch batch) {
        Chance chance = Chance.of(seed, "one story", number);
        household.members().forEach(batch::add);
        one(new Stories(new Pen(batch, ids, times, chance), household), chance);
    }

    private static void one(Stories stories, Chance chance) {
        switch (chance.weighted(36, 16, 16, 7, 6, 10, 5, 4)) {
            case 0 -> stories.child();
            case 1 -> stories.advice();
            case 2 -> stories.trafficking();
            case 3 -> stories.hotlineAdvice();
            case 4 -> stories.anonymous();
            case 5 -> stories.nuisance();
            case 6 -> stories.automatic();
            default -> stories.monitoring();
        }
    }
}
