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

import java.util.ArrayList;
import java.util.List;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import org.unetlens.data.annotation.Fix;
import org.unetlens.data.annotation.Orientation;
import org.unetlens.tensor.PixelSize;

/**
 * Changes of images and labels as a JSON list, each with the word of its kind,
 * e.g. {@code {"change": "rescale", "factor": 0.5}}.
 */
final class ChangesJson {

	private static final String KIND = "change";

	/** The changes that concern images and labels. */
	private enum Kind {
			RESCALE, PIXEL_SIZE, CUT, LEAVE_OUT, REMOVE_SPECKS, SPLIT_PIECES, REORIENT
	}

	private ChangesJson() {}

	static JsonArray write(final List<Fix> changes) {
		final JsonArray array = new JsonArray();
		changes.forEach(fix -> array.add(write(fix)));
		return array;
	}

	private static JsonObject write(final Fix fix) {
		final JsonObject o = new JsonObject();
		if (fix instanceof Fix.Rescale r) {
			kind(o, Kind.RESCALE).addProperty("factor", r.factor());
		}
		else if (fix instanceof Fix.CommonPixelSize c) {
			kind(o, Kind.PIXEL_SIZE).addProperty("x", c.size().x());
			o.addProperty("y", c.size().y());
			o.addProperty("unit", c.size().unit());
		}
		else if (fix instanceof Fix.Cut c) {
			kind(o, Kind.CUT).addProperty("columns", c.columns());
			o.addProperty("rows", c.rows());
		}
		else if (fix instanceof Fix.LeaveOut l) kind(o, Kind.LEAVE_OUT).add("names",
			texts(l.names()));
		else if (fix instanceof Fix.RemoveSpecks r) kind(o, Kind.REMOVE_SPECKS)
			.addProperty("pixels", r.pixels());
		else if (fix instanceof Fix.SplitPieces) kind(o, Kind.SPLIT_PIECES);
		else if (fix instanceof Fix.Reorient r) {
			kind(o, Kind.REORIENT).addProperty("orientation", JsonPlace.word(r
				.orientation()));
			o.add("names", texts(r.names()));
		}
		else throw new IllegalArgumentException("'" + fix.label() +
			"' is no change of images or labels");
		return o;
	}

	private static JsonObject kind(final JsonObject o, final Kind kind) {
		o.addProperty(KIND, JsonPlace.word(kind));
		return o;
	}

	private static JsonArray texts(final List<String> list) {
		final JsonArray array = new JsonArray();
		list.forEach(t -> array.add(new JsonPrimitive(t)));
		return array;
	}

	static List<Fix> read(final List<JsonPlace> places) {
		final List<Fix> changes = new ArrayList<>();
		for (final JsonPlace o : places) {
			changes.add(read(o));
			o.requireNoOthers();
		}
		return changes;
	}

	private static Fix read(final JsonPlace o) {
		return switch (o.choice(KIND, Kind.RESCALE)) {
			case RESCALE -> new Fix.Rescale(o.number("factor", 1));
			case PIXEL_SIZE -> new Fix.CommonPixelSize(new PixelSize(o.number("x", 1),
				o.number("y", 1), o.text("unit", "pixel")));
			case CUT -> new Fix.Cut(o.integer("columns", 2), o.integer("rows", 2));
			case LEAVE_OUT -> new Fix.LeaveOut(o.texts("names"));
			case REMOVE_SPECKS -> new Fix.RemoveSpecks(o.integer("pixels", 0));
			case SPLIT_PIECES -> new Fix.SplitPieces();
			case REORIENT -> new Fix.Reorient(o.texts("names"), o.choice(
				"orientation", Orientation.FLIPPED_HORIZONTALLY));
		};
	}
}
