package org.equipoise.conduct.state;

final class Withdrawals {
    void handleWithdrawal() {}
}
