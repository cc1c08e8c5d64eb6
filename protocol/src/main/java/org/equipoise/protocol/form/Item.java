package org.equipoise.protocol.form;

import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.ItemType;
import org.equipoise.protocol.design.Label;

/// One question on a form.
///
/// @param required whether the form may be submitted without it (a reason for its absence counts as an answer)
public record Item(ItemName name, Label label, ItemType type, boolean required) {}
