package org.equipoise.journal.event;

/// Something that happened in a trial and is never changed or taken back.
public sealed interface TrialEvent
        permits StudyEvent,
                ConsentEvent,
                ScreeningEvent,
                AllocationEvent,
                SupplyEvent,
                VisitEvent,
                FormEvent,
                QueryEvent,
                SafetyEvent,
                DosingEvent,
                DispositionEvent,
                PrivacyEvent {}
