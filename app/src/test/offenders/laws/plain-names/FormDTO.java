package org.equipoise.protocol.form;

record FormDTO(String id) {}
