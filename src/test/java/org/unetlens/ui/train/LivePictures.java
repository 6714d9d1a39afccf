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

import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.unetlens.train.Recipe;
import org.unetlens.train.TrainingSession;
import org.unetlens.ui.Screenshot;

/** Leaves screenshots of the window of a training that runs. */
final class LivePictures {

	private LivePictures() {}

	/** Arguments: folder, first part of the files' names. */
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
		final TrainingSession session = session(prefix);
		final SessionWindow live = GuiActionRunner.execute(() -> SessionWindow.open(
			session, "nuclei of Monday"));
		final FrameFixture window = new FrameFixture(robot, live.frame());
		final Thread thread = new Thread(() -> {
			Plans.run(session);
			live.finished(
				"The model is in /home/me/nuclei of Monday.zip. Its score on the validation images is 0.62.");
			live.reported(() -> {});
		});
		thread.start();
		while (session.snapshot().isEmpty() || session.snapshot().get()
			.step() < 0.6 * session.snapshot().get().steps())
			Thread.sleep(20);
		if (!PlanPictures.isDocumentation(prefix)) window.button("pause").click();
		while (!PlanPictures.isDocumentation(prefix) && !window.textBox("headline")
			.text().startsWith("Paused"))
			Thread.sleep(20);
		Thread.sleep(1200);
		if (PlanPictures.isDocumentation(prefix)) {
			Screenshot.save(new File(folder, prefix + "-live.png"), live.frame()
				.getBounds());
			return;
		}
		Screenshot.save(new File(folder, prefix + "-paused.png"));
		window.button("cancel training").click();
		robot.waitForIdle();
		Screenshot.save(new File(folder, prefix + "-question.png"));
		session.proceed();
		thread.join();
		robot.waitForIdle();
		Thread.sleep(300);
		Screenshot.save(new File(folder, prefix + "-finished.png"));
	}

	private static TrainingSession session(final String prefix) {
		if (PlanPictures.isDocumentation(prefix)) return Plans.session(Plans
			.crowded(8), Plans.larger());
		final Recipe recipe = Plans.recipe();
		return Plans.session(recipe.withConfig(recipe.config().withSteps(200)
			.withValidateEvery(10).withLearningRate(3e-3)));
	}
}
