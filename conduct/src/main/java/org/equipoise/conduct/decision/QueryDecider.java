package org.equipoise.conduct.decision;

import java.util.Optional;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.state.Participant;
import org.equipoise.conduct.state.Query;
import org.equipoise.journal.event.QueryEvent;
import org.equipoise.journal.event.QueryEvent.QueryAnswered;
import org.equipoise.journal.event.QueryEvent.QueryClosed;

/// Answering data queries, by the role that was asked, and closing them, by the monitor.
final class QueryDecider {
    private QueryDecider() {}

    static Decision decide(Role role, Participant participant, Command.AnswerQuery command) {
        Optional<Query> query = participant.book().query(command.query());
        if (query.isEmpty()) {
            return Decision.no(new Refusal.UnknownQuery(participant.id(), command.query()));
        }
        if (!query.get().raised().to().equals(role.word())) {
            return Decision.no(new Refusal.NotYourQuery(command.query(), role));
        }
        return query.get().stage() == Query.Stage.CLOSED
                ? Decision.no(new Refusal.QueryIsClosed(command.query()))
                : Decision.that(new QueryAnswered(participant.id(), command.query(), command.answer()));
    }

    static Decision decide(Participant participant, Command.CloseQuery command) {
        Optional<Query> query = participant.book().query(command.query());
        if (query.isEmpty()) {
            return Decision.no(new Refusal.UnknownQuery(participant.id(), command.query()));
        }
        return switch (query.get().stage()) {
            case OPEN -> Decision.no(new Refusal.QueryNotAnswered(command.query()));
            case ANSWERED -> Decision.that(new QueryClosed(participant.id(), command.query(), QueryEvent.How.ACCEPTED));
            case CLOSED -> Decision.no(new Refusal.QueryIsClosed(command.query()));
        };
    }
}
