package org.teamsavailability.client;

/** What tells one request from all others: an id is unique on its service desk only. */
record RequestKey(String serviceDeskId, String requestId) {}
