package org.equipoise.app.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The laws of words: names that say something, codes at the edge, one study's words in their places.
final class Words {
    private static final Pattern EMPTY = Pattern.compile(
            "Manager|Helper|Utils?|Utilit(y|ies)|Common|Base|Abstract|Impl|Bean|VO|D[Tt][Oo]s?|Data|Infos?");
    private static final Pattern EMPTY_PACKAGE =
            Pattern.compile("model|service|impl|dtos?|utils?|common|core|helpers?|base|misc");
    private static final Pattern EMPTY_METHOD = Pattern.compile("(process|handle)([A-Z].*)?");

    /// Where one word of a name ends and the next begins.
    private static final Pattern SEAM = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    /// Variables and data sets of SDTM and ADaM, as far as they are no English words; the last two lines tell the
    /// variables of any domain by their ending.
    private static final Pattern CODES = Pattern.compile("\\b("
            + "USUBJID|SUBJID|STUDYID|SITEID|RFSTDTC|RFENDTC|RFICDTC|RFXSTDTC|RFXENDTC|ARMCD|ACTARM|ACTARMCD"
            + "|VISITNUM|VISITDY|AVISIT|AVISITN|TRT01P|TRT01A|TRTP|TRTA|TRTSDT|TRTEDT|PARAMCD|AVAL|AVALC|PCHG|ADT|ADY"
            + "|STRATAR|EOSSTT|EOSDT|DCSREAS|ECREFID|ECREASOC"
            + "|ANL01FL|SAFFL|ITTFL|FASFL|RANDFL|RANDDT|ADSL|ADQS|ADAE|ADLB|ADTTE|ADRS|SUPPQUAL|RELREC|TBLIND"
            + "|[A-Z]{2}(TESTCD|ORRES|ORRESU|STRESC|STRESN|STRESU|REASND|DTC|STDTC|ENDTC|DECOD|BLFL|DOSU|STDY|ENDY)"
            + "|AE(TERM|SEV|SER|REL|OUT|ACN)|DSTERM|DVTERM|MHTERM|CMTRT|EXTRT|EXDOSE|EXROUTE"
            + ")\\b");
    private static final Pattern RESOURCES =
            Pattern.compile("\\b(ResearchSubject|ResearchStudy|QuestionnaireResponse|MedicationAdministration)\\b");

    private static final Pattern STUDY =
            Pattern.compile("(?i)lupus|sledai|\\bIL[-_ ]?2\\b|interleukin|aldesleukin|il2-|anti-?dsdna|belimumab");
    private static final Pattern COMMENT = Pattern.compile("^\\s*(//|\\*|/\\*).*");

    private Words() {}

    static List<String> empty(House house) {
        return house.classes().stream()
                .filter(type ->
                        !type.getSimpleName().isEmpty() && !type.getSimpleName().equals("package-info"))
                .flatMap(Words::empty)
                .toList();
    }

    private static Stream<String> empty(JavaClass type) {
        List<String> breaches = new ArrayList<>();
        if (SEAM.splitAsStream(type.getSimpleName()).anyMatch(matches(EMPTY))) {
            breaches.add(type.getName() + " has a name that says nothing");
        }
        if (Stream.of(type.getPackageName().split("\\.")).anyMatch(matches(EMPTY_PACKAGE))) {
            breaches.add(type.getName() + " is in a package whose name says nothing");
        }
        type.getMethods().stream()
                .filter(method -> EMPTY_METHOD.matcher(method.getName()).matches())
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .map(JavaMethod::getFullName)
                .forEach(name -> breaches.add(name + " has a name that says nothing"));
        return breaches.stream();
    }

    static List<String> codes(House house) {
        return Stream.concat(
                        outside(house, CODES, Set.of("datasets", "exchange")),
                        outside(house, RESOURCES, Set.of("exchange")))
                .toList();
    }

    private static Stream<String> outside(House house, Pattern codes, Set<String> rooms) {
        return house.sources().stream()
                .filter(source -> !rooms.contains(source.room()))
                .flatMap(source ->
                        places(source, codes, line -> !COMMENT.matcher(line).matches()));
    }

    static List<String> study(House house) {
        return house.sources().stream()
                .filter(source -> !source.room().equals("models"))
                .filter(source -> !source.room().equals("instruments") || source.isJava())
                .flatMap(source -> places(source, STUDY, _ -> true))
                .toList();
    }

    private static Stream<String> places(Source source, Pattern pattern, Predicate<String> counts) {
        return source.found(pattern).stream()
                .filter(number -> counts.test(source.lines().get(number - 1)))
                .map(number -> source.path() + ":" + number + ": "
                        + source.lines().get(number - 1).strip());
    }

    private static Predicate<String> matches(Pattern pattern) {
        return word -> pattern.matcher(word).matches();
    }
}
