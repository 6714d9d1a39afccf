
package org.unetlens;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** At most so many abstract methods. */
final class SmallInterface extends ArchCondition<JavaClass> {

	private final int most;

	SmallInterface(final int most) {
		super("have at most " + most + " abstract methods");
		this.most = most;
	}

	@Override
	public void check(final JavaClass type, final ConditionEvents events) {
		final long found = type.getMethods().stream().filter(m -> m.getModifiers()
			.contains(JavaModifier.ABSTRACT)).count();
		if (found > most) events.add(SimpleConditionEvent.violated(type, type
			.getName() + " has " + found + " abstract methods"));
	}
}
