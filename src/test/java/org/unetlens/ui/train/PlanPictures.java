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

package org.unetlens.ui.train;

import java.io.File;
import java.util.List;

import javax.swing.JFrame;
import javax.swing.JLabel;

import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.unetlens.train.Recipe;
import org.unetlens.train.TrainingBudget;
import org.unetlens.train.TrainingSettings;
import org.unetlens.train.preflight.TrainingPlan;
import org.unetlens.ui.Screenshot;

/** Leaves screenshots of the window before training. */
final class PlanPictures {

	private PlanPictures() {}

	/**
	 * Arguments: folder, first part of the files' names; {@code train} makes the
	 * picture of the documentation.
	 */
	public static void main(final String... arguments) {
		try {
			shoot(new File(arguments[0]), arguments[1]);
		}
		catch (final Throwable e) {
			e.printStackTrace(System.out);
		}
		System.exit(0);
	}

	private static void shoot(final File folder, final String prefix)
		throws Exception
	{
		final Robot robot = BasicRobot.robotWithNewAwtHierarchy();
		final JFrame frame = GuiActionRunner.execute(() -> PlanWindow.open(plan(
			prefix), plan -> {}));
		final FrameFixture window = new FrameFixture(robot, frame);
		final JLabel busy = robot.finder().findByName("busy", JLabel.class, false);
		Thread.sleep(500);
		while (!window.button("train").isEnabled() || busy.isShowing())
			Thread.sleep(50);
		robot.waitForIdle();
		Thread.sleep(100);
		final File file = new File(folder, prefix + "-plan.png");
		if (isDocumentation(prefix)) {
			Screenshot.save(file, frame.getBounds());
			return;
		}
		Screenshot.save(file);
		GuiActionRunner.execute(frame::dispose);
		final JFrame error = GuiActionRunner.execute(() -> PlanWindow.open(Plans
			.plan(1), plan -> {}));
		final FrameFixture second = new FrameFixture(robot, error);
		while (second.label("reason").text().startsWith("Looking"))
			Thread.sleep(50);
		Thread.sleep(300);
		Screenshot.save(new File(folder, prefix + "-error.png"));
	}

	static boolean isDocumentation(final String prefix) {
		return prefix.equals("train");
	}

	private static TrainingPlan plan(final String prefix) {
		if (!isDocumentation(prefix)) return Plans.plan(6);
		return TrainingPlan.of(List.of(Plans.crowded(8)), TrainingSettings.of(Recipe
			.objects(1)).withBudget(TrainingBudget.defaults()));
	}
}
