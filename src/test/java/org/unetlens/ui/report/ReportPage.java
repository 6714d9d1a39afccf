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

package org.unetlens.ui.report;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A report read back as a machine reads it. */
final class ReportPage {

	private final Document document;

	/** @throws IllegalArgumentException when it is not well-formed */
	ReportPage(final String html) {
		try {
			document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
				.parse(new InputSource(new StringReader(html)));
		}
		catch (final Exception exc) {
			throw new IllegalArgumentException(exc);
		}
	}

	List<Element> all(final String tag) {
		return list(document.getElementsByTagName(tag));
	}

	Element byId(final String id) {
		return all("*").stream().filter(e -> e.getAttribute("id").equals(id))
			.findFirst().orElseThrow();
	}

	static List<Element> in(final Element parent, final String tag) {
		return list(parent.getElementsByTagName(tag));
	}

	/** The texts of a table's cells, row by row. */
	static List<List<String>> cells(final Element table) {
		return in(in(table, "tbody").get(0), "tr").stream().map(row -> in(row, "*")
			.stream().filter(e -> e.getTagName().equals("td") || e.getTagName()
				.equals("th")).map(Element::getTextContent).toList()).toList();
	}

	private static List<Element> list(final NodeList nodes) {
		final List<Element> list = new ArrayList<>();
		for (int i = 0; i < nodes.getLength(); i++)
			list.add((Element) nodes.item(i));
		return list;
	}
}
