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

package org.unetlens.install;

import java.util.List;
import java.util.Locale;

import org.unetlens.engine.CheckResult;
import org.unetlens.engine.CheckResult.Verdict;

/**
 * What was looked at, and how it is. Immutable.
 *
 * @param results in the order in which they were looked at
 */
public record InstallationReport(List<CheckResult> results) {

	public InstallationReport {
		results = List.copyOf(results);
	}

	/** Whether there is no problem; notes are none. */
	public boolean isSound() {
		return problems().isEmpty();
	}

	/** What does not work, and what to do. */
	public List<CheckResult> problems() {
		return results.stream().filter(r -> r.verdict() == Verdict.PROBLEM)
			.toList();
	}

	/** One line each, and the sum of it at the end. */
	public String text() {
		final StringBuilder text = new StringBuilder();
		for (final CheckResult r : results)
			text.append(String.format(Locale.ROOT, "%-9s%-13s%s%n", mark(r.verdict()),
				r.topic(), r.text()));
		return text.append(summary()).append(System.lineSeparator()).toString();
	}

	/** One sentence. */
	public String summary() {
		final int n = problems().size();
		return n == 0 ? "The installation is sound." : n == 1
			? "One problem was found: " + problems().get(0).text() + "." : n +
				" problems were found, the first: " + problems().get(0).text() + ".";
	}

	private static String mark(final Verdict verdict) {
		return switch (verdict) {
			case SOUND -> "ok";
			case NOTE -> "note";
			case PROBLEM -> "PROBLEM";
		};
	}
}
