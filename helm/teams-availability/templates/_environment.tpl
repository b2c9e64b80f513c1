{{- define "teams-availability.enricher.env" -}}
# static membership: the pod's name is the same after a restart
- name: INSTANCE_ID
  valueFrom:
    fieldRef:
      fieldPath: metadata.name
- name: STATE_DIRECTORY
  value: /var/lib/teams-availability
- name: MANAGEMENT_SERVER_PORT
  value: "8088"
- name: KAFKA_STREAMTHREADS
  value: {{ .Values.enricher.streamThreads | quote }}
{{- if .Values.enricher.leaveGroupOnStop }}
- name: KAFKA_LEAVEGROUPONSTOP
  value: "true"
{{- end }}
- name: REPLICATION_FACTOR
  value: {{ .Values.kafka.replicationFactor | quote }}
- name: MIN_INSYNC_REPLICAS
  value: {{ .Values.kafka.minInsyncReplicas | quote }}
{{ include "teams-availability.kafka.env" (list . .Values.enricher.kafkaIdentity) }}
{{- include "teams-availability.lines" (list 0 (include "teams-availability.microsoft.env" .)) }}
{{- end }}

{{- define "teams-availability.mapping.env" -}}
- name: SERVER_PORT
  value: "8080"
- name: MANAGEMENT_SERVER_PORT
  value: "8089"
- name: DATABASE_URL
  value: {{ include "teams-availability.database.url" . | quote }}
{{- with .Values.database }}
{{- if .secret }}
{{ include "teams-availability.env.secret" (list "DATABASE_USER" .secret .userKey) }}
{{ include "teams-availability.env.secret" (list "DATABASE_PASSWORD" .secret .passwordKey) }}
{{- end }}
{{- with .migration }}
{{- if .secret }}
{{ include "teams-availability.env.secret" (list "DATABASE_MIGRATION_USER" .secret .userKey) }}
{{ include "teams-availability.env.secret" (list "DATABASE_MIGRATION_PASSWORD" .secret .passwordKey) }}
{{- end }}
{{- end }}
{{- end }}
{{- with include "teams-availability.public.url" . }}
- name: TEAMS_AVAILABILITY_PUBLIC_URL
  value: {{ . | quote }}
{{- end }}
{{- with .Values.mappingService.trustedProxies }}
- name: TRUSTED_PROXIES
  value: {{ join "," . | quote }}
{{- end }}
{{- if ne .Values.mappingService.decisionsVisibleTo "readers" }}
- name: DECISIONS_VISIBLE_TO
  value: {{ .Values.mappingService.decisionsVisibleTo }}
{{- end }}
{{- if not .Values.mappingService.requireAdministrator }}
- name: TEAMSAVAILABILITY_CONSENT_REQUIREADMINISTRATOR
  value: "false"
{{- end }}
{{- with .Values.mappingService.continueUrl }}
- name: TEAMSAVAILABILITY_CONSENT_CONTINUEURL
  value: {{ . | quote }}
{{- end }}
{{- if not .Values.mappingService.readPsaTechnicians }}
- name: TEAMSAVAILABILITY_PSATECHNICIANS_ENABLED
  value: "false"
{{- end }}
{{ include "teams-availability.kafka.env" (list . .Values.mappingService.kafkaIdentity) }}
{{- include "teams-availability.lines" (list 0 (include "teams-availability.microsoft.env" .)) }}
{{- end }}

{{- define "teams-availability.operations.env" -}}
- name: REPLICATION_FACTOR
  value: {{ .Values.kafka.replicationFactor | quote }}
- name: MIN_INSYNC_REPLICAS
  value: {{ .Values.kafka.minInsyncReplicas | quote }}
{{ include "teams-availability.kafka.env" (list . .Values.operations.kafkaIdentity) }}
{{- end }}

{{/* What the chart sets in a container: (list . SERVICE OWN) */}}
{{- define "teams-availability.env.own" -}}
{{- trim (last .) }}
{{- with (first .).Values.logFormat }}
- name: LOG_FORMAT
  value: {{ quote . }}
{{- end }}
{{- with include "teams-availability.java.options" . }}
- name: JDK_JAVA_OPTIONS
  value: {{ quote . }}
{{- end }}
{{- end }}

{{/* All variables of a container: (list . SERVICE OWN) */}}
{{- define "teams-availability.env" -}}
{{- include "teams-availability.env.own" . }}
{{- with (index . 1).extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* The operators' pods have the enricher's options and further variables. */}}
{{- define "teams-availability.checks.environment" -}}
{{- $enricher := printf "%s\n%s" (include "teams-availability.enricher.env" .) (include "teams-availability.operations.env" .) }}
{{- include "teams-availability.checks.env" (list . "enricher" $enricher) }}
{{- include "teams-availability.checks.env" (list . "mappingService" (include "teams-availability.mapping.env" .)) }}
{{- end }}

{{/*
Of a variable that is there twice, Kubernetes takes the last; and everybody who may read the StatefulSet reads what is in it.
What is in JDK_JAVA_OPTIONS, the JVM writes into its log. (list . SERVICE OWN)
*/}}
{{- define "teams-availability.checks.env" -}}
{{- $service := index . 1 }}
{{- $values := get (first .).Values $service }}
{{- if regexMatch "(?i)password=" $values.javaOptions }}
* {{ printf "%s.javaOptions has a password in clear: put -D…=… into a file of a Secret of extraSecrets, and @/etc/teams-availability/extra/<name>/<file> here" $service }}
{{- end }}
{{- $names := list }}
{{- range include "teams-availability.env.own" (list (first .) $values (last .)) | fromYamlArray }}{{ $names = append $names .name }}{{ end }}
{{- range $values.extraEnv }}
{{- if has .name $names }}
* {{ printf "%s.extraEnv sets %s, which is set already: leave it out, and use the chart's own value for it" $service .name }}
{{- end }}
{{- $names = append $names .name }}
{{- $secret := and (regexMatch "((SECRET|PASSWORD)(_[A-Z0-9_]+)?|TOKEN|JAAS_CONFIG|KEYSTORE_KEY|_HEADERS)$" .name) (not (regexMatch "_(FILE|EXPIRES)(_US_GOV_L4|_US_GOV_L5|_CHINA)?$" .name)) }}
{{- if and .value (or $secret (regexMatch "://[^/?#\\s]*:[^/?#\\s]*@|(?i)password=" .value)) }}
* {{ printf "%s.extraEnv has %s in clear: take it from a Secret, by valueFrom.secretKeyRef" $service .name }}
{{- end }}
{{- end }}
{{- end }}

{{/* Kafka fetches tokens only from where the JVM is told that it may: (list . SERVICE …) */}}
{{- define "teams-availability.java.options" -}}
{{- $sasl := (first .).Values.kafka.sasl -}}
{{- $options := list -}}
{{- with (index . 1).javaOptions }}{{ $options = append $options . }}{{ end -}}
{{- if eq $sasl.mechanism "OAUTHBEARER" }}
{{- $options = append $options (printf "-Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=%s" $sasl.oauth.tokenEndpoint) }}
{{- end -}}
{{- join " " $options -}}
{{- end }}
