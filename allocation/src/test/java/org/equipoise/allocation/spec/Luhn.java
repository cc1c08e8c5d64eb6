package org.equipoise.allocation.spec;

/// Checks a number by its last digit, from left to right over the whole label, as someone at a counter would.
final class Luhn {
    private Luhn() {}

    static boolean accepts(String label) {
        int[] digits =
                label.chars().filter(Character::isDigit).map(c -> c - '0').toArray();
        int sum = 0;
        for (int i = 0; i < digits.length; i++) {
            boolean doubled = (digits.length - i) % 2 == 0;
            sum += doubled ? digits[i] / 5 + digits[i] * 2 % 10 : digits[i];
        }
        return sum % 10 == 0;
    }
}
