/*-
 * #%L
 * Trains and runs U-Nets inside ImageJ, and shows what each skip connection contributes.
 * %%
 * Copyright (C) 2026 U-Net Lens developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

package org.unetlens.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import com.sun.jna.Memory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "The heap of glibc is meant")
class NativeHeapTest {

	private static final int BLOCK = 24 << 20;
	private static final int PAGE = 4096;

	@Test
	void keepsFreedBlocksWhileOneIsOpen() throws Exception {
		final NativeHeap outer = NativeHeap.keep();
		NativeHeap.keep().close();
		touch(3);
		final long before = faults();
		touch(1);
		assertTrue(faults() - before < 3 * BLOCK / PAGE / 2,
			"pages came from the system again");
		final long kept = resident();
		outer.close();
		outer.close();
		assertTrue(resident() < kept - 2L * BLOCK / PAGE,
			"freed pages did not go back to the system");
	}

	/** Three blocks at a time, several times over, each page written. */
	private static void touch(final int times) {
		for (int i = 0; i < times; i++)
			try (Memory a = new Memory(BLOCK);
					Memory b = new Memory(BLOCK);
					Memory c = new Memory(BLOCK))
			{
				a.clear();
				b.clear();
				c.clear();
			}
	}

	private static long faults() throws Exception {
		final String stat = Files.readString(Path.of("/proc/self/stat"));
		return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(
			" ")[7]);
	}

	/** Pages in memory. */
	private static long resident() throws Exception {
		return Long.parseLong(Files.readString(Path.of("/proc/self/statm")).split(
			" ")[1]);
	}
}
