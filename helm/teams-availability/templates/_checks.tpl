{{/* Values that the schema allows one by one and that contradict each other. */}}
{{- define "teams-availability.checks" -}}
{{- include "teams-availability.checks.names" . -}}
{{- include "teams-availability.checks.microsoft" . -}}
{{- include "teams-availability.checks.kafka" . -}}
{{- include "teams-availability.checks.enricher" . -}}
{{- include "teams-availability.checks.installed" . -}}
{{- if and .Values.ingress.enabled (not .Values.ingress.host) }}
{{- fail "ingress.enabled is true, but ingress.host is empty: set the host that browsers use" }}
{{- end }}
{{- if and .Values.database.migration.secret (not .Values.database.secret) }}
{{- fail "database.migration.secret is set, but database.secret is not: set the Secret of the user that serves too" }}
{{- end }}
{{- end }}

{{/* The names of Services are the strictest. */}}
{{- define "teams-availability.checks.names" -}}
{{- $full := include "teams-availability.fullname" . }}
{{- if not (regexMatch "^[a-z][a-z0-9-]*$" $full) }}
{{- fail (printf "the release %s would have Services named %s-…: take a name that begins with a letter and has no dot, or set fullnameOverride" .Release.Name $full) }}
{{- end }}
{{- end }}

{{- define "teams-availability.checks.microsoft" -}}
{{- range $cloud, $app := .Values.microsoft }}
{{- $credentials := compact (list $app.clientSecret.secret $app.clientCertificate.secret) | len }}
{{- if and $app.clientId (ne $credentials 1) }}
{{- fail (printf "microsoft.%s.clientId is set with %s of clientSecret.secret and clientCertificate.secret: set one of them" $cloud (eq $credentials 0 | ternary "none" "both")) }}
{{- end }}
{{- if and (not $app.clientId) (gt $credentials 0) }}
{{- fail (printf "microsoft.%s has a credential, but no clientId: set the app registration's id" $cloud) }}
{{- end }}
{{- end }}
{{- end }}

{{- define "teams-availability.checks.kafka" -}}
{{- $kafka := .Values.kafka }}
{{- if gt (int $kafka.minInsyncReplicas) (int $kafka.replicationFactor) }}
{{- fail (printf "kafka.minInsyncReplicas is %v, but kafka.replicationFactor is %v: it can be that at most" $kafka.minInsyncReplicas $kafka.replicationFactor) }}
{{- end }}
{{- range $who, $identity := dict "enricher" .Values.enricher.kafkaIdentity "mappingService" .Values.mappingService.kafkaIdentity "operations" .Values.operations.kafkaIdentity }}
{{- if and $kafka.sasl.mechanism (not (include "teams-availability.kafka.jaasSecret" (list $ $identity))) }}
{{- fail (printf "kafka.sasl.mechanism is %s, but neither kafka.sasl.jaas.secret nor %s.kafkaIdentity.jaasSecret is set" $kafka.sasl.mechanism $who) }}
{{- end }}
{{- if and $identity.jaasSecret (not $kafka.sasl.mechanism) }}
{{- fail (printf "%s.kafkaIdentity.jaasSecret is set, but kafka.sasl.mechanism is not" $who) }}
{{- end }}
{{- if and $identity.clientSecret (not $kafka.tls.enabled) }}
{{- fail (printf "%s.kafkaIdentity.clientSecret is set, but kafka.tls.enabled is false" $who) }}
{{- end }}
{{- end }}
{{- if and $kafka.sasl.jaas.secret (not $kafka.sasl.mechanism) }}
{{- fail "kafka.sasl.jaas.secret is set, but kafka.sasl.mechanism is not" }}
{{- end }}
{{- if ne (eq $kafka.sasl.mechanism "OAUTHBEARER") (not (empty $kafka.sasl.oauth.tokenEndpoint)) }}
{{- fail "kafka.sasl.mechanism OAUTHBEARER and kafka.sasl.oauth.tokenEndpoint go together: set both or neither" }}
{{- end }}
{{- if and (or $kafka.tls.trust.secret $kafka.tls.client.secret) (not $kafka.tls.enabled) }}
{{- fail "kafka.tls names a Secret, but kafka.tls.enabled is false" }}
{{- end }}
{{- if and (ne $kafka.tls.client.type "PEM") (not $kafka.tls.client.passwordKey) }}
{{- fail (printf "kafka.tls.client.type is %s, but kafka.tls.client.passwordKey is empty: a key store has a password" $kafka.tls.client.type) }}
{{- end }}
{{- end }}

{{- define "teams-availability.checks.enricher" -}}
{{- $scaling := .Values.enricher.autoscaling }}
{{- if gt (int $scaling.minReplicas) (int $scaling.maxReplicas) }}
{{- fail (printf "enricher.autoscaling.minReplicas is %v, but maxReplicas is %v" $scaling.minReplicas $scaling.maxReplicas) }}
{{- end }}
{{- if and (eq $scaling.kind "keda") (include "teams-availability.kafka.protocol" .) (not $scaling.keda.triggerAuthentication) }}
{{- fail (printf "enricher.autoscaling.kind is keda and Kafka asks for %s: name a TriggerAuthentication in enricher.autoscaling.keda.triggerAuthentication" (include "teams-availability.kafka.protocol" .)) }}
{{- end }}
{{- $reset := .Values.operations.resetState }}
{{- if and $reset.enabled (or (ne $scaling.kind "none") (gt (int .Values.enricher.replicas) 0)) }}
{{- fail "operations.resetState.enabled is true, but the enricher runs: set enricher.replicas to 0 and enricher.autoscaling.kind to none for this upgrade" }}
{{- end }}
{{- if and $reset.loseRequests (not $reset.enabled) }}
{{- fail "operations.resetState.loseRequests is true, but operations.resetState.enabled is false" }}
{{- end }}
{{- if and (ne $scaling.kind "keda") $scaling.keda.triggerAuthentication }}
{{- fail (printf "enricher.autoscaling.keda.triggerAuthentication is set, but enricher.autoscaling.kind is %s" $scaling.kind) }}
{{- end }}
{{- if and (ne $scaling.kind "hpa") $scaling.hpa.lagMetric.name }}
{{- fail (printf "enricher.autoscaling.hpa.lagMetric.name is set, but enricher.autoscaling.kind is %s: HPA and KEDA exclude each other" $scaling.kind) }}
{{- end }}
{{- end }}
