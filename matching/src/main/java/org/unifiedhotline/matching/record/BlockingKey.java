package org.unifiedhotline.matching.record;

/**
 * One key under which a record looks for candidates. Keys of one chain refine each other: the key of level n + 1 has the
 * key of level n as its parent, and is live where the parent is held by too many records. See
 * {@code MatchEngine.isLive}.
 *
 * @param rule the model's blocking rule, from 0
 * @param level how far it is refined, from 0
 * @param hash the key: equal for records that agree on it
 * @param parentHash the hash of the key that it refines; 0 at level 0
 * @param last whether no refinement follows: such a key is live however many hold it
 */
public record BlockingKey(int rule, int level, long hash, long parentHash, boolean last) {}
