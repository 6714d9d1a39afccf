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

package org.unetlens.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.unetlens.data.NucleiField;
import org.unetlens.data.Sample;
import org.unetlens.engine.Progress;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelCard;
import org.unetlens.network.InitialWeights;
import org.unetlens.network.SkipSet;
import org.unetlens.network.UNetSpec;
import org.unetlens.network.Weights;
import org.unetlens.network.Weights.Weight;

class TwinTrainingTest {

	private static final TrainingSettings SETTINGS = TrainingSettings.of(Recipe
		.objects(1).withSpec(UNetSpec.default2d(1, 3).withDepth(3).withBaseWidth(2)
			.withSeed(4)).withConfig(TrainingConfig.defaults().withPatch(16)
				.withSteps(3).withBatch(2).withValidateEvery(2).withSeed(4))).withData(
					new DataSplit(0.4, 9, 0));
	private static final ModelCard CARD = new ModelCard("cells", "A test.",
		"page", List.of("somebody"), List.of(), "CC0-1.0", List.of("tag"), List
			.of(), Map.of("old", 1.0), Map.of());

	private static List<List<Sample>> folders(final int... counts) {
		return IntStream.of(counts).mapToObj(n -> IntStream.range(0, n).mapToObj(
			i -> NucleiField.default2d().withSize(37 + i, 33).withSeed(i).generate()
				.sample("f" + i)).toList()).toList();
	}

	private static ModelBundle model(final TrainingSettings settings) {
		return new ModelTraining(settings, settings.data().of(folders(2, 3)), CARD)
			.bundle(InitialWeights.he(settings.recipe().spec()));
	}

	/** What the javadoc says is shared is shared, and nothing else differs. */
	@Test
	void layersStartFromTheWeightsOfTheModel() {
		final Weights full = InitialWeights.he(SETTINGS.recipe().spec());
		final Weights twin = InitialWeights.he(new TwinTraining(model(SETTINGS),
			SkipSet.of(1)).settings().recipe().spec());
		final List<String> others = new ArrayList<>();
		for (final Weight w : full.all())
			if (w.values().length != twin.get(w.name()).values().length) others.add(w
				.name());
			else assertArrayEquals(w.values(), twin.get(w.name()).values(), w.name());
		assertEquals(List.of("decoder2.conv1.weight", "decoder0.conv1.weight"),
			others);
	}

	@Test
	void allButTheSkipsIsTheSame() {
		final ModelTraining twin = new TwinTraining(model(SETTINGS), SkipSet.none())
			.on(folders(2, 3));
		assertNotEquals(SETTINGS, twin.settings());
		assertEquals(SETTINGS, twin.settings().withSkips(SkipSet.all(3)));
		final List<String> expected = SETTINGS.data().of(folders(2, 3)).train()
			.stream().map(Sample::toString).toList();
		assertEquals(expected, twin.split().train().stream().map(Sample::toString)
			.toList());
	}

	@Test
	void theCardSaysThatItIsATwin() {
		final ModelCard card = new TwinTraining(model(SETTINGS), SkipSet.none()).on(
			folders(2, 3)).card();
		assertEquals(Optional.of("cells"), card.twinOf());
		assertEquals("cells-no-skips", card.name());
		assertEquals(List.of("somebody"), card.authors());
		assertTrue(card.metrics().isEmpty());
		assertEquals("cells-no-skip-0+2", new TwinTraining(model(SETTINGS), SkipSet
			.of(1)).card().name());
		assertEquals(Optional.empty(), CARD.twinOf());
	}

	@Test
	void whatCannotBeIsTold() {
		final ModelBundle model = model(SETTINGS);
		assertTold(
			"was trained with 3 training images, but the folders given make 4",
			() -> new TwinTraining(model, SkipSet.none()).on(folders(2, 5)));
		assertTold("was to keep 0+1+2. Give none, or some of them, e.g. 1+2",
			() -> new TwinTraining(model, SkipSet.all(3)));
		final ModelBundle bare = model(SETTINGS.withSkips(SkipSet.of(1)));
		assertTold("has the skip connections 1, and its twin was to keep 0",
			() -> new TwinTraining(bare, SkipSet.of(0)));
		assertTold("has no skip connections", () -> new TwinTraining(model(SETTINGS
			.withSkips(SkipSet.none())), SkipSet.none()));
		assertTold("does not say how it was trained", () -> new TwinTraining(model
			.withCard(CARD), SkipSet.none()));
		assertTold("from the model nuclei", () -> new TwinTraining(model(SETTINGS
			.withBaseModel("nuclei")), SkipSet.none()));
		assertTold("The training configuration in the model cells: x is not known",
			() -> new TwinTraining(model.withCard(CARD.withTraining(Map.of(
				TrainingSettings.KEY, "{\"x\": 1}"))), SkipSet.none()));
	}

	private static void assertTold(final String message, final Runnable what) {
		final String found = assertThrows(IllegalArgumentException.class, what::run)
			.getMessage();
		assertTrue(found.contains(message), found);
	}

	/** Stopped at any step, the best until then is kept. */
	@Test
	void stoppingKeepsTheBest() {
		final ModelTraining twin = new TwinTraining(model(SETTINGS), SkipSet.none())
			.on(folders(2, 3));
		for (final int steps : new int[] { 1, 2 }) {
			final ModelBundle kept = run(twin, new Canceled(steps));
			assertEquals(Integer.toString(steps), kept.card().training().get(
				"steps done"));
			assertEquals(SkipSet.none(), kept.spec().skips());
			assertEquals(twin.settings(), TrainingSettings.of(kept).orElseThrow());
		}
		final ModelBundle stopped = run(new ModelTraining(SETTINGS, twin.split(),
			CARD), new Canceled(2));
		assertTold("was stopped after 2 of 3 steps", () -> new TwinTraining(stopped,
			SkipSet.none()));
	}

	private static ModelBundle run(final ModelTraining training,
		final Progress progress)
	{
		return new TrainingSession(training).run(training.start(), state -> {},
			progress);
	}

	/** Cancels after so many steps. */
	private static final class Canceled implements Progress {

		private final long after;
		private boolean canceled;

		Canceled(final long steps) {
			after = steps;
		}

		@Override
		public void update(final long done, final long total,
			final String message)
		{
			canceled = done >= after;
		}

		@Override
		public boolean isCanceled() {
			return canceled;
		}
	}
}
