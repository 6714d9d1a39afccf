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

import java.nio.file.Path;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Starts ND4J, the tensor engine, safely. ND4J can be started once per JVM,
 * ends the JVM on a processor that it does not know, and cannot be restarted
 * when it failed; so everything is checked before its first class is touched.
 * Thread-safe.
 */
public final class Engine {

	// NB: ND4J itself is one per JVM; this mirrors its state.
	private static boolean started;
	private static EngineException failure;

	private Engine() {}

	/** Starts the engine unless it runs already. */
	public static void start() {
		start(Progress.NONE);
	}

	/**
	 * Starts the engine unless it runs already.
	 *
	 * @param progress is told when native code is unpacked, which happens at the
	 *          first start on a machine and takes up to a minute
	 * @throws EngineException when it cannot run here; the same one at each
	 *           further call
	 */
	public static synchronized void start(final Progress progress) {
		if (started) return;
		if (failure != null) throw failure;
		try {
			Processor.requireSupported(Processor.here());
			MemoryLimits.set();
			quieten();
			Natives.requireMatching();
			announceUnpacking(progress);
			load();
			started = true;
		}
		catch (final EngineException e) {
			failure = e;
			throw e;
		}
	}

	/**
	 * The native memory in bytes that may be in use at a time in this process;
	 * beyond it, arrays cannot be made. The engine must have been started.
	 */
	public static long memoryLimit() {
		return Pointer.maxBytes();
	}

	/**
	 * Native memory in bytes that is in use in this process, arrays included. The
	 * engine must have been started.
	 */
	public static long memoryInUse() {
		// NB: Arrays are counted by the engine, all else by JavaCPP. The name is
		// written so.
		return Pointer.totalBytes() + Nd4j.getEnvironment().getDeviceCouner(0);
	}

	/** Memory in bytes that this process takes of the computer, Java included. */
	public static long processMemory() {
		return Pointer.physicalBytes();
	}

	/**
	 * Makes native code that the calling Java thread runs use that thread alone:
	 * our own workers share out the processors, which is faster than OpenMP and
	 * bears a busy machine. NB: OpenMP keeps this setting per thread, and what
	 * ND4J's environment says does not reach oneDNN; so every worker calls this
	 * before it computes. Takes less than a microsecond.
	 */
	public static void useThisThreadOnly() {
		NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
	}

	/**
	 * JavaCPP prints to the standard error that OpenBLAS was made for another
	 * version of it; the two are tested together, and Fiji would open its
	 * console. So JavaCPP shall write to the log instead.
	 */
	static void quieten() {
		final String logger = "org.bytedeco.javacpp.logger";
		if (System.getProperty(logger) == null) System.setProperty(logger, "slf4j");
	}

	private static void load() {
		final ClassLoader loader = Engine.class.getClassLoader();
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		try {
			thread.setContextClassLoader(loader);
			ND4JClassLoading.setNd4jClassloader(loader);
			Nd4j.getEnvironment().setMaxMasterThreads(1);
		}
		catch (final RuntimeException | LinkageError e) {
			throw new EngineException(reason(e), e);
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

	/**
	 * NB: ImageJ loads plugins anew at Help > Refresh Menus, but native code can
	 * be loaded once.
	 */
	static String reason(final Throwable failure) {
		for (Throwable e = failure; e != null; e = e.getCause())
			if (String.valueOf(e.getMessage()).contains("another classloader"))
				return "The tensor engine runs already for plugins that were loaded before the menus were refreshed. Restart ImageJ";
		return "The tensor engine ND4J did not start (" + failure +
			"). Restart ImageJ; if this does not help, run Plugins > U-Net Lens > Check Installation...";
	}

	private static void announceUnpacking(final Progress progress) {
		try {
			final Path cache = Loader.getCacheDir().toPath();
			if (EngineCheck.isUnpacked(cache)) return;
			progress.update(0, 1, "First use: unpacking the tensor engine (up to " +
				EngineCheck.UNPACKED_MB + " MB) to " + cache);
		}
		catch (final java.io.IOException e) {
			throw new EngineException(
				"The folder for native code cannot be written (" + e.getMessage() +
					"). Free some space in your home folder, or start Java with -Dorg.bytedeco.javacpp.cachedir=FOLDER",
				e);
		}
	}
}
