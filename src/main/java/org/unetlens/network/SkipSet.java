
package org.unetlens.network;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The skip connections that a U-Net has: skip k joins encoder level k to
 * decoder level k, level 0 being full resolution. Immutable and thread-safe.
 *
 * @param bits bit k is set when skip k is present
 */
public record SkipSet(int bits) {

	/** All skips of a net with {@code depth} poolings: 0 to depth - 1. */
	public static SkipSet all(final int depth) {
		return new SkipSet((1 << depth) - 1);
	}

	public static SkipSet none() {
		return new SkipSet(0);
	}

	public static SkipSet of(final int... levels) {
		return new SkipSet(IntStream.of(levels).map(k -> 1 << k).reduce(0, (a,
			b) -> a | b));
	}

	public boolean contains(final int level) {
		return (bits >> level & 1) == 1;
	}

	public SkipSet without(final int level) {
		return new SkipSet(bits & ~(1 << level));
	}

	public SkipSet with(final int level) {
		return new SkipSet(bits | 1 << level);
	}

	/** The levels in ascending order, e.g. {@code [0, 2]}. */
	public int[] levels() {
		return IntStream.range(0, 31).filter(this::contains).toArray();
	}

	/** The levels joined by '+', e.g. {@code 0+2}, or {@code none}. */
	@Override
	public String toString() {
		return bits == 0 ? "none" : IntStream.of(levels()).mapToObj(
			Integer::toString).collect(Collectors.joining("+"));
	}
}
