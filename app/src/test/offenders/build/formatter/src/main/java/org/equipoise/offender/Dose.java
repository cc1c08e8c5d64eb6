package org.equipoise.offender;

/// A record whose braces wandered.
public record Dose( String amount )
  {
}
