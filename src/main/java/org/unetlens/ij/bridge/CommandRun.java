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

package org.unetlens.ij.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.log.LogService;
import org.scijava.module.MethodCallException;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.service.Service;
import org.unetlens.ij.CommandFailure;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;

/**
 * One run of a command in plain ImageJ. The inputs come, in this order, from
 * the macro, from the active image, from what was used last and from a dialog;
 * a macro never opens a dialog.
 */
final class CommandRun {

	private final Context context;
	private final ModuleService modules;
	private final Module module;
	private final String macroOptions;

	CommandRun(final Context context, final String commandClass) {
		this.context = context;
		modules = context.service(ModuleService.class);
		final CommandInfo info = context.service(CommandService.class).getCommand(
			commandClass);
		if (info == null) throw new IllegalArgumentException(
			"There is no command " + commandClass +
				"; its name in plugins.config must be that of a @Plugin class");
		module = modules.createModule(info);
		macroOptions = macroOptions();
	}

	/** Options of the macro or script that runs; null when there is none. */
	private static String macroOptions() {
		final String options = Macro.getOptions();
		return options == null && IJ.isMacro() ? " " : options;
	}

	/** Fills, runs, shows and records. */
	void run() {
		try {
			resolveServices();
			if (macroOptions != null) new MacroInputs(context, macroOptions).fill(
				module);
			module.initialize();
			resolveImage();
			if (macroOptions == null && !harvest()) return;
		}
		catch (final IllegalArgumentException | MethodCallException e) {
			fail(e.getMessage());
			return;
		}
		execute();
	}

	private void resolveServices() {
		for (final ModuleItem<?> input : module.getInfo().inputs())
			if (Service.class.isAssignableFrom(input.getType()) || input
				.getType() == Context.class) module.resolveInput(input.getName());
	}

	/** A single image input is the active image, without asking. */
	private void resolveImage() {
		final List<ModuleItem<?>> images = unresolved().stream().filter(i -> i
			.getType() == ImagePlus.class).toList();
		if (images.size() != 1) return;
		module.setInput(images.get(0).getName(), WindowManager.getCurrentImage());
		module.resolveInput(images.get(0).getName());
	}

	private List<ModuleItem<?>> unresolved() {
		final List<ModuleItem<?>> items = new ArrayList<>();
		for (final ModuleItem<?> input : module.getInfo().inputs())
			if (!module.isInputResolved(input.getName())) items.add(input);
		return items;
	}

	/** Asks the user; false when the dialog was canceled. */
	private boolean harvest() {
		final List<ModuleItem<?>> asked = unresolved().stream().filter(i -> i
			.getVisibility() != ItemVisibility.INVISIBLE).toList();
		if (asked.isEmpty()) return true;
		loadLast(asked);
		if (!new InputDialog(module, asked).show()) return false;
		for (final ModuleItem<?> item : asked) {
			saveLast(item);
			CommandRecorder.record(item, module);
			module.resolveInput(item.getName());
		}
		return true;
	}

	private void loadLast(final List<ModuleItem<?>> items) {
		for (final ModuleItem<?> item : items)
			if (item.isPersisted()) setIfPresent(item, modules.load(item));
	}

	private void setIfPresent(final ModuleItem<?> item, final Object last) {
		if (last != null && (InputKind.choices(item).isEmpty() || InputKind.choices(
			item).contains(last.toString()))) module.setInput(item.getName(), last);
	}

	private <T> void saveLast(final ModuleItem<T> item) {
		if (item.isPersisted()) modules.save(item, item.getValue(module));
	}

	private void execute() {
		// NB: Asked now, for a failing command ends the macro and reports itself.
		final boolean macro = IJ.isMacro();
		module.run();
		if (!isCanceled()) showOutputs();
		else if (!macro && !reason().isEmpty()) fail(reason());
	}

	private void fail(final String reason) {
		CommandFailure.report(module.getInfo().getTitle(), reason, context.service(
			LogService.class));
	}

	private String reason() {
		return Objects.requireNonNullElse(((Cancelable) module).getCancelReason(),
			"");
	}

	private boolean isCanceled() {
		return module instanceof Cancelable c && c.isCanceled();
	}

	private void showOutputs() {
		for (final ModuleItem<?> output : module.getInfo().outputs())
			if (output.getValue(module) instanceof ImagePlus image && image
				.getWindow() == null) image.show();
	}
}
