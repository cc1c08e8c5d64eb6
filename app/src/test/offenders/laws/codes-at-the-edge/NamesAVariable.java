package org.equipoise.protocol.form;

record NamesAVariable(String QSTESTCD) {}
