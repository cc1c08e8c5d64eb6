package org.equipoise.conduct.refusal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.state.Shipment;
import org.equipoise.conduct.state.Standing;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;

/// Why a command was declined. The components fill the sentence of the same name in the catalogues.
public sealed interface Refusal {

    record NotYourRole(Role role, Class<? extends Command> command) implements Refusal {}

    record StudyAlreadyOpen(String study) implements Refusal {}

    record StudyNotOpen() implements Refusal {}

    record StudyIsLocked() implements Refusal {}

    /// An event stamped with such a time would push the times of all later ones there.
    record ClockUnbelievable(Instant shown, Instant expected) implements Refusal {}

    record StudyNotLocked() implements Refusal {}

    record AlreadyRevealed() implements Refusal {}

    /// The lock that is named is not the one that happened.
    record AnotherLock(Digest named, Digest lock) implements Refusal {}

    /// The analysis plan that is named is not that of the version in force.
    record AnotherPlan(Digest named, Digest plan) implements Refusal {}

    /// Two people in two roles have to agree.
    ///
    /// @param missing the roles in which nobody has authorised it
    record RevealNotAuthorized(Set<Role> missing) implements Refusal {}

    record AuthorizedByOne(String person) implements Refusal {}

    record ReviewsDiffer(Set<Role> roles) implements Refusal {}

    record NothingToTakeOver() implements Refusal {}

    record ApprovalMissing() implements Refusal {}

    /// No version of the protocol with this hash is at hand.
    record ProtocolUnknown(Digest protocol) implements Refusal {}

    record AnotherStudy(String amended, String study) implements Refusal {}

    record NothingAmended(int version) implements Refusal {}

    record ReconsentUndecided() implements Refusal {}

    record NotASuccessor(List<AmendmentFault> faults) implements Refusal {}

    /// What is asked belongs to a version of the protocol that the participant has not consented to.
    ///
    /// @param follows the version that applies to the participant
    /// @param version the one in force, to which the participant has not consented
    record ReconsentFirst(ParticipantId participant, int follows, int version, Class<? extends Command> command)
            implements Refusal {}

    record NothingToConsentTo(ParticipantId participant, int version) implements Refusal {}

    record ParticipantsStillIn(List<ParticipantId> participants) implements Refusal {}

    record UnknownSite(String site) implements Refusal {}

    record UnknownParticipant(ParticipantId participant) implements Refusal {}

    record NotInScreening(ParticipantId participant, Standing stands) implements Refusal {}

    record NotEligible(ParticipantId participant, Standing stands) implements Refusal {}

    record NotRandomized(ParticipantId participant, Standing stands) implements Refusal {}

    record ParticipationEnded(ParticipantId participant, Standing stands) implements Refusal {}

    /// The participant came to stand elsewhere after whoever asks had looked.
    record MovedMeanwhile(ParticipantId participant, Standing stands) implements Refusal {}

    /// Someone wrote on these items after whoever asks had looked.
    record ChangedMeanwhile(String form, String encounter, List<String> items) implements Refusal {}

    /// The criteria that cannot be decided, each with the items that would settle it.
    record EligibilityUnknown(ParticipantId participant, List<OpenCriterion> criteria) implements Refusal {}

    record OpenCriterion(String criterion, List<ItemName> settledBy) {
        @Override
        public String toString() {
            return criterion + " ("
                    + String.join(
                            ", ", settledBy.stream().map(ItemName::toString).toList()) + ")";
        }
    }

    record StratumUnknown(ParticipantId participant, String factor, List<ItemName> settledBy) implements Refusal {}

    record RecruitmentComplete(int participants) implements Refusal {}

    record UnknownEncounter(String encounter) implements Refusal {}

    record VisitAlreadyRecorded(String encounter, LocalDate date) implements Refusal {}

    record VisitNotRecorded(String encounter) implements Refusal {}

    record VisitOutOfOrder(String encounter, LocalDate date, String other, LocalDate otherDate) implements Refusal {}

    record BeforeConsent(LocalDate date, LocalDate consent) implements Refusal {}

    record FormNotAtVisit(String form, String encounter) implements Refusal {}

    record FormAlreadySubmitted(String form, String encounter) implements Refusal {}

    record FormNotSubmitted(String form, String encounter) implements Refusal {}

    record EntryNotMade(String form, int entry) implements Refusal {}

    record NotYourForm(Role role, String form) implements Refusal {}

    record FormsOutstanding(String form, String encounter, List<String> first) implements Refusal {}

    record ItemsNotAccepted(List<ItemFault> faults) implements Refusal {}

    record ReasonMissing() implements Refusal {}

    record NothingChanged() implements Refusal {}

    /// The reason "other" says nothing by itself.
    record OtherUnsaid() implements Refusal {}

    record TooManyWords(int characters) implements Refusal {}

    record AlreadyErased(ParticipantId participant) implements Refusal {}

    /// Nobody is erased from a record that is not locked.
    record RecordStillKept() implements Refusal {}

    record RetentionUndecided() implements Refusal {}

    record RetentionNotOver(LocalDate until) implements Refusal {}

    record UnknownQuery(ParticipantId participant, int query) implements Refusal {}

    record NotYourQuery(int query, Role role) implements Refusal {}

    record QueryIsClosed(int query) implements Refusal {}

    record QueryNotAnswered(int query) implements Refusal {}

    record QueriesOpen(List<OpenQuery> queries) implements Refusal {}

    record OpenQuery(ParticipantId participant, int query) {
        @Override
        public String toString() {
            return participant + " (" + query + ")";
        }
    }

    record VisitOnDosingDay(String encounter, LocalDate date, int dose) implements Refusal {}

    record NoDispensingAtVisit(String encounter) implements Refusal {}

    record KitAlreadyDispensed(String encounter) implements Refusal {}

    /// The site has no whole set. Whoever asks, and whatever is missing, this is all that is said.
    record NoKitAtSite(String site) implements Refusal {}

    record NoKitOfVisit(String encounter) implements Refusal {}

    record KitNotWithParticipant(KitNumber kit, ParticipantId participant) implements Refusal {}

    record MoreLeftThanGiven(KitNumber kit, int left, int doses) implements Refusal {}

    record KitsNotCounted() implements Refusal {}

    record UnknownDepot(String depot) implements Refusal {}

    record StockSuffices(String site, int sets, int below) implements Refusal {}

    record DepotEmpty(String depot) implements Refusal {}

    record UnknownShipment(int shipment) implements Refusal {}

    record ShipmentStands(int shipment, Shipment.Stage stage) implements Refusal {}

    record NotATemperature(String text) implements Refusal {}

    record CountDiffers(int shipment, int counted, int named) implements Refusal {}

    record KitsNamedTwice(List<KitNumber> kits) implements Refusal {}

    record NoKitsNamed() implements Refusal {}

    /// These kits are not there, or stand otherwise than what is asked supposes.
    record KitsNotThere(String place, List<KitNumber> kits) implements Refusal {}

    record BeforeLastStep(LocalDate date, LocalDate since) implements Refusal {}

    record WitnessMissing() implements Refusal {}

    record UnknownDose(int dose, int doses) implements Refusal {}

    record DoseAlreadyRecorded(int dose) implements Refusal {}

    record NoKitForDose(int dose) implements Refusal {}

    record DoseNotOnItsDay(int dose, LocalDate planned, LocalDate date) implements Refusal {}

    record VisitsOutstanding(List<String> encounters) implements Refusal {}
}
