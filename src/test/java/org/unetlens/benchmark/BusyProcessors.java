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

package org.unetlens.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One other process per processor that computes without end; for measurements
 * on a busy machine. Close it to end them.
 */
final class BusyProcessors implements AutoCloseable {

	private final List<Process> processes = new ArrayList<>();

	BusyProcessors() throws IOException {
		for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++)
			processes.add(new ProcessBuilder(Path.of(System.getProperty("java.home"),
				"bin", "java").toString(), "-Xmx16m", "-cp", System.getProperty(
					"java.class.path"), BusyProcessors.class.getName()).start());
	}

	/** Computes until it is ended, an hour at most. */
	public static void main(final String[] args) {
		final long end = System.nanoTime() + 3_600_000_000_000L;
		double x = 1;
		while (System.nanoTime() < end)
			for (int i = 0; i < 1000; i++)
				x = Math.sqrt(x + i);
		System.out.println(x);
	}

	@Override
	public void close() {
		processes.forEach(Process::destroy);
	}
}
