/// Virtual bodies: disease models by id and version, which answer what a person would be seen to have.
///
/// Called by the rehearsal only, through [Models]; it gives doses and asks for observables by name.
/// The answers go on into virtual staff's forms, or as numbers into a runner without forms. Each model's page, named
/// after its id and beside this package in the resources, has its equations, parameters and sources.
@NullMarked
package org.equipoise.models;

import org.jspecify.annotations.NullMarked;
