
package org.unetlens.ij.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scijava.app.DefaultStatusService;

import ij.IJ;

/** Tests {@link StatusProgress}. */
public class StatusProgressTest {

	private final List<String> shown = new ArrayList<>();

	private final StatusProgress progress = new StatusProgress(
		new DefaultStatusService()
		{

			@Override
			public void showStatus(final int value, final int maximum,
				final String message)
		{
				shown.add(value + "/" + maximum + " " + message);
			}
		});

	@AfterEach
	public void release() {
		IJ.resetEscape();
	}

	@Test
	public void largeTotalsAreScaled() {
		progress.update(2, 7, "a");
		progress.update(3_000_000_000L, 6_000_000_000L, "b");
		assertEquals(List.of("2/7 a", "500/1000 b"), shown);
	}

	@Test
	public void escapeCancels() {
		assertFalse(progress.isCanceled());
		IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		assertTrue(progress.isCanceled());
		assertThrows(CancellationException.class, progress::checkCanceled);
	}
}
