package org.equipoise.language.value;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fhir.ucum.Decimal;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;
import org.fhir.ucum.UcumService;

/// A unit of measure by its UCUM code: `g/d`, `10*9/L`, `mm[Hg]`, `1`.
public record Unit(String code) {
    public static final Unit ONE = new Unit("1");

    /// The library divides to thirty digits or more; a factor that fills them is not a finite decimal.
    private static final int LONGEST_FACTOR = 20;

    /// Units of an assay's own scale (international units and the like) convert only among themselves, which UCUM
    /// states in words but a dimension check cannot see: all of them have the dimension of a pure number.
    private static final Pattern ARBITRARY = Pattern.compile("\\[[a-zA-Z_']+(?:U|'U)]");

    /// What has been asked before: a study has few units and asks often.
    private static final Map<Conversion, Optional<BigDecimal>> FACTORS = new ConcurrentHashMap<>();

    private static final int MOST_FACTORS = 10_000;

    private record Conversion(Unit from, Unit to) {}

    /// The reason a text is not a unit, empty when it is one.
    public static Optional<String> fault(String code) {
        return Optional.ofNullable(Ucum.SERVICE.validate(code));
    }

    /// The exact factor by which a number in this unit becomes one in the other; empty when the two do not measure the
    /// same thing or the
    /// factor has no finite decimal form.
    public Optional<BigDecimal> exactFactorTo(Unit other) {
        if (equals(other)) {
            return Optional.of(BigDecimal.ONE);
        }
        Optional<BigDecimal> known = FACTORS.get(new Conversion(this, other));
        if (known != null) {
            return known;
        }
        Optional<BigDecimal> factor = factorTo(other);
        if (FACTORS.size() < MOST_FACTORS) {
            FACTORS.put(new Conversion(this, other), factor);
        }
        return factor;
    }

    private Optional<BigDecimal> factorTo(Unit other) {
        if (!arbitrary(code).equals(arbitrary(other.code))) {
            return Optional.empty();
        }
        try {
            BigDecimal there = one(code, other.code);
            return there.precision() <= LONGEST_FACTOR ? Optional.of(there) : reciprocal(one(other.code, code));
        } catch (UcumException e) {
            return Optional.empty();
        }
    }

    /// The number that a quantity such as `40 U/L` is in a unit; empty where it is none, or does not convert exactly.
    public static Optional<BigDecimal> quantity(String text, Unit wanted) {
        int space = text.indexOf(' ');
        if (space < 0 || fault(text.substring(space + 1)).isPresent()) {
            return Optional.empty();
        }
        Optional<BigDecimal> factor = new Unit(text.substring(space + 1)).exactFactorTo(wanted);
        return factor.flatMap(by -> Decimals.read(text.substring(0, space)).map(by::multiply));
    }

    private static BigDecimal one(String from, String to) throws UcumException {
        return new BigDecimal(Ucum.SERVICE.convert(new Decimal("1"), from, to).asDecimal()).stripTrailingZeros();
    }

    /// What the library could only give rounded may be the exact reciprocal of a short factor the other way.
    private static Optional<BigDecimal> reciprocal(BigDecimal back) {
        if (back.precision() > LONGEST_FACTOR || back.signum() == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(BigDecimal.ONE.divide(back));
        } catch (ArithmeticException noFiniteDecimal) {
            return Optional.empty();
        }
    }

    private static String arbitrary(String code) {
        return ARBITRARY.matcher(code).results().map(r -> r.group()).sorted().collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return code;
    }

    /// Loaded on first use: reading UCUM's table takes a fifth of a second.
    private static final class Ucum {
        static final UcumService SERVICE = load();

        private static UcumService load() {
            try (InputStream essence = UcumService.class.getResourceAsStream("/ucum-essence.xml")) {
                return new UcumEssenceService(Objects.requireNonNull(essence));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (UcumException e) {
                throw new IllegalStateException("the UCUM table on the class path cannot be read", e);
            }
        }
    }
}
