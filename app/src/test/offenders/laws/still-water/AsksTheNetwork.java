package org.equipoise.models;

import java.net.http.HttpClient;

final class AsksTheNetwork {
    private final HttpClient elsewhere = HttpClient.newHttpClient();
}
