{{/* Values that the schema allows one by one and that contradict each other: all that is found, a line each. */}}
{{- define "teams-availability.checks" -}}
{{- $found := "" }}
{{- range list "names" "service" "images" "microsoft" "kafka" "registry" "database" "enricher" "environment" "monitoring" "installed" }}
{{- $found = include (printf "teams-availability.checks.%s" .) $ | printf "%s%s" $found }}
{{- end }}
{{- with $found }}
{{- fail (printf "these values are refused:%s" .) }}
{{- end }}
{{- end }}

{{- define "teams-availability.checks.names" -}}
{{- if regexMatch "^[0-9]" (include "teams-availability.fullname" .) }}
* {{ printf "the release is called %s, and Kubernetes refuses a Service whose name begins with a digit: set fullnameOverride" .Release.Name }}
{{- end }}
{{- if and .Values.ingress.enabled (not .Values.ingress.host) }}
* ingress.enabled is true, but ingress.host is empty: set the host that browsers use
{{- end }}
{{- end }}

{{- define "teams-availability.checks.service" -}}
{{- with .Values.mappingService.service }}
{{- if and (ne .type "LoadBalancer") (or .loadBalancerClass .loadBalancerSourceRanges) }}
* {{ printf "mappingService.service has loadBalancerClass or loadBalancerSourceRanges, but its type is %s" .type }}
{{- end }}
{{- if and (eq .type "ClusterIP") .externalTrafficPolicy }}
* mappingService.service.externalTrafficPolicy is set, but nothing comes from outside to the type ClusterIP
{{- end }}
{{- end }}
{{- end }}

{{/*
Without a name, pgjdbc would look for a root certificate in a home directory that the pod does not have. It takes
ssl alone for sslmode=verify-full.
*/}}
{{- define "teams-availability.checks.database" -}}
{{- with .Values.database }}
{{- if and .migration.secret (not .secret) }}
* database.migration.secret is set, but database.secret is not: set the Secret of the user that serves too
{{- end }}
{{- if and .secret (eq .secret .migration.secret) (eq .userKey .migration.userKey) }}
* {{ printf "database.secret and database.migration.secret are both %s with the key %s, which is one user: name the Secret or the key of another user for migration, or leave database.migration.secret empty" .secret .userKey }}
{{- end }}
{{- $mounted := "sslrootcert=/etc/teams-availability/database/ca.crt" }}
{{- $mode := regexFind "[?&]sslmode=[^&]*" .url | default (regexFind "[?&]ssl(=(?i:true)?)?(&|$)" .url) | trimAll "?&" }}
{{- $verifies := regexFind "^(ssl|ssl=.*|sslmode=(?i:verify-(ca|full)))$" $mode }}
{{- $named := regexFind "[?&]ssl(rootcert|factory)=[^&]*" .url | trimAll "?&" }}
{{- if and .ca.secret (not $verifies) }}
* database.ca.secret is set, but database.url does not ask for it: add sslmode=verify-full
{{- end }}
{{- if and $verifies (not .ca.secret) (not $named) }}
* {{ printf "database.url says %s, but no CA is named for the server: set database.ca.secret, or add sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory to the URL for the JVM's own CAs" $verifies }}
{{- end }}
{{- if and .ca.secret $named (ne $named $mounted) }}
* {{ printf "database.ca.secret is set, but database.url says %s: leave one of them out" $named }}
{{- end }}
{{- if and (not .ca.secret) (eq $named $mounted) }}
* {{ printf "database.url says %s, but database.ca.secret is not set: name the Secret that holds it" $named }}
{{- end }}
{{- end }}
{{- end }}

{{/* A repository names its registry by a dot before its first slash. */}}
{{- define "teams-availability.checks.images" -}}
{{- $common := .Values.image }}
{{- $images := list }}
{{- $values := list }}
{{- range $service, $image := dict "enricher" .Values.enricher.image "mappingService" .Values.mappingService.image }}
{{- $named := or $common.registry $image.registry (regexMatch "^[^/]+\\.[^/]*/" $image.repository) }}
{{- if not (or $named (eq $common.pullPolicy "Never")) }}
{{- $images = append $images $image.repository }}
{{- $values = append $values (printf "%s.image.registry" $service) }}
{{- end }}
{{- end }}
{{- with $images }}
* {{ printf "image.registry is not set, and %s would be pulled from Docker Hub, where that name is not ours: set image.registry, or %s, to where it was pushed, or image.pullPolicy to Never where every node has it" (join " and " .) (join " and " $values) }}
{{- end }}
{{- end }}

{{- define "teams-availability.checks.microsoft" -}}
{{- range $cloud, $app := .Values.microsoft }}
{{- $credentials := compact (list $app.clientSecret.secret $app.clientCertificate.secret) | len }}
{{- if and $app.clientId (ne $credentials 1) }}
* {{ printf "microsoft.%s.clientId is set with %s of clientSecret.secret and clientCertificate.secret: set one of them" $cloud (eq $credentials 0 | ternary "none" "both") }}
{{- end }}
{{- if and (not $app.clientId) (gt $credentials 0) }}
* {{ printf "microsoft.%s has a credential, but no clientId: set the app registration's id" $cloud }}
{{- end }}
{{- end }}
{{- end }}

{{- define "teams-availability.checks.kafka" -}}
{{- $kafka := .Values.kafka }}
{{- if gt (int $kafka.minInsyncReplicas) (int $kafka.replicationFactor) }}
* {{ printf "kafka.minInsyncReplicas is %v, but kafka.replicationFactor is %v: it can be that at most" $kafka.minInsyncReplicas $kafka.replicationFactor }}
{{- end }}
{{- range $who, $identity := dict "enricher" .Values.enricher.kafkaIdentity "mappingService" .Values.mappingService.kafkaIdentity "operations" .Values.operations.kafkaIdentity }}
{{- if and $kafka.sasl.mechanism (not (include "teams-availability.kafka.jaasSecret" (list $ $identity))) }}
* {{ printf "kafka.sasl.mechanism is %s, but neither kafka.sasl.jaas.secret nor %s.kafkaIdentity.jaasSecret is set" $kafka.sasl.mechanism $who }}
{{- end }}
{{- if and $identity.jaasSecret (not $kafka.sasl.mechanism) }}
* {{ printf "%s.kafkaIdentity.jaasSecret is set, but kafka.sasl.mechanism is not" $who }}
{{- end }}
{{- if and $identity.clientSecret (not $kafka.tls.enabled) }}
* {{ printf "%s.kafkaIdentity.clientSecret is set, but kafka.tls.enabled is false" $who }}
{{- end }}
{{- end }}
{{- if and $kafka.sasl.jaas.secret (not $kafka.sasl.mechanism) }}
* kafka.sasl.jaas.secret is set, but kafka.sasl.mechanism is not
{{- end }}
{{- if ne (eq $kafka.sasl.mechanism "OAUTHBEARER") (not (empty $kafka.sasl.oauth.tokenEndpoint)) }}
* kafka.sasl.mechanism OAUTHBEARER and kafka.sasl.oauth.tokenEndpoint go together: set both or neither
{{- end }}
{{- if and (or $kafka.tls.trust.secret $kafka.tls.client.secret) (not $kafka.tls.enabled) }}
* kafka.tls names a Secret, but kafka.tls.enabled is false
{{- end }}
{{- if and (eq $kafka.tls.trust.type "PEM") $kafka.tls.trust.passwordKey }}
* kafka.tls.trust.passwordKey is set, but kafka.tls.trust.type is PEM: Kafka takes no password for certificates
{{- end }}
{{- if and (ne $kafka.tls.client.type "PEM") (not $kafka.tls.client.passwordKey) }}
* {{ printf "kafka.tls.client.type is %s, but kafka.tls.client.passwordKey is empty: a key store has a password" $kafka.tls.client.type }}
{{- end }}
{{- end }}

{{- define "teams-availability.checks.registry" -}}
{{- with .Values.schemaRegistry }}
{{- if and .ca.secret (hasPrefix "http:" .url) }}
* {{ printf "schemaRegistry.ca.secret is set, but schemaRegistry.url is %s, which shows no certificate: use https" .url }}
{{- end }}
{{- end }}
{{- end }}

{{- define "teams-availability.checks.monitoring" -}}
{{- with .Values.monitoring.serviceMonitor }}
{{- if gt (include "teams-availability.seconds" .scrapeTimeout | int) (include "teams-availability.seconds" .interval | int) }}
* {{ printf "monitoring.serviceMonitor.scrapeTimeout is %s, but interval is %s: it can be that at most" .scrapeTimeout .interval }}
{{- end }}
{{- end }}
{{- end }}

{{/* Of 30s or 2m; none is 0. */}}
{{- define "teams-availability.seconds" -}}
{{- hasSuffix "m" . | ternary 60 1 | mul (trimAll "sm" . | int) -}}
{{- end }}

{{- define "teams-availability.checks.enricher" -}}
{{- $scaling := .Values.enricher.autoscaling }}
{{- if gt (int $scaling.minReplicas) (int $scaling.maxReplicas) }}
* {{ printf "enricher.autoscaling.minReplicas is %v, but maxReplicas is %v" $scaling.minReplicas $scaling.maxReplicas }}
{{- end }}
{{- $cpu := dig "requests" "cpu" (dig "limits" "cpu" "" .Values.enricher.resources) .Values.enricher.resources }}
{{- if and (eq $scaling.kind "hpa") (not $cpu) }}
* enricher.autoscaling.kind is hpa, but enricher.resources.requests.cpu is not set: the share of the processor is one of that
{{- end }}
{{- if and (eq $scaling.kind "keda") (include "teams-availability.kafka.protocol" .) (not $scaling.keda.triggerAuthentication) }}
* {{ printf "enricher.autoscaling.kind is keda and Kafka asks for %s: name a TriggerAuthentication in enricher.autoscaling.keda.triggerAuthentication" (include "teams-availability.kafka.protocol" .) }}
{{- end }}
{{- $reset := .Values.operations.resetState }}
{{- if and $reset.enabled (or (ne $scaling.kind "none") (gt (int .Values.enricher.replicas) 0)) }}
* operations.resetState.enabled is true, but the enricher runs: set enricher.replicas to 0 and enricher.autoscaling.kind to none for this upgrade
{{- end }}
{{- if and $reset.loseRequests (not $reset.enabled) }}
* operations.resetState.loseRequests is true, but operations.resetState.enabled is false
{{- end }}
{{- if and (ne $scaling.kind "keda") $scaling.keda.triggerAuthentication }}
* {{ printf "enricher.autoscaling.keda.triggerAuthentication is set, but enricher.autoscaling.kind is %s" $scaling.kind }}
{{- end }}
{{- if and (ne $scaling.kind "hpa") $scaling.hpa.lagMetric.name }}
* {{ printf "enricher.autoscaling.hpa.lagMetric.name is set, but enricher.autoscaling.kind is %s: HPA and KEDA exclude each other" $scaling.kind }}
{{- end }}
{{- end }}
