package org.unifiedhotline.matching.record;

/**
 * A value whose commonness matters (a telephone), as the caller of the engine counts it: the commonness of
 * {@code valueHash} is the number of different {@code nameHash} among the records that hold it.
 *
 * @param attribute the attribute's name
 * @param valueHash the value, attribute included
 * @param nameHash the holder's name; 0 where the holder has none, which counts for nothing
 */
public record CountedValue(String attribute, long valueHash, long nameHash) {}
