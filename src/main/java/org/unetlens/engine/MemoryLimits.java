
package org.unetlens.engine;

import java.lang.management.ManagementFactory;

import com.sun.management.OperatingSystemMXBean;

/**
 * How much memory the engine may take. JavaCPP reads its limits once, when its
 * first class loads, and its default of four times the heap limit counts the
 * whole process; so they are set before, unless the user has set them.
 */
final class MemoryLimits {

	private static final String NATIVE = "org.bytedeco.javacpp.maxbytes";
	private static final String PROCESS = "org.bytedeco.javacpp.maxphysicalbytes";

	private MemoryLimits() {}

	/**
	 * Native memory up to 70 %, the whole process up to 90 % of the machine's
	 * memory.
	 */
	static void set() {
		final long physical = physicalBytes();
		setUnlessGiven(NATIVE, physical / 10 * 7);
		setUnlessGiven(PROCESS, physical / 10 * 9);
	}

	private static long physicalBytes() {
		return ((OperatingSystemMXBean) ManagementFactory
			.getOperatingSystemMXBean()).getTotalMemorySize();
	}

	private static void setUnlessGiven(final String property, final long bytes) {
		if (System.getProperty(property) == null) System.setProperty(property, Long
			.toString(bytes));
	}
}
