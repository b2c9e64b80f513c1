{{/* What all pods have in common: (list . COMPONENT). The restricted Pod Security Standard asks for most of it. */}}
{{- define "teams-availability.pod.common" -}}
serviceAccountName: {{ include "teams-availability.fullname" (first .) }}-{{ last . }}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile:
    type: RuntimeDefault
{{- with (first .).Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . | quote }}
  {{- end }}
{{- end }}
{{- end }}

{{/* (list . IMAGE) */}}
{{- define "teams-availability.container.common" -}}
image: {{ include "teams-availability.image" . | quote }}
imagePullPolicy: {{ (first .).Values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop:
      - ALL
{{- end }}

{{/* Where the operator wants pods: the service's values. */}}
{{- define "teams-availability.pod.placement" -}}
{{- with .nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .priorityClassName }}
priorityClassName: {{ . | quote }}
{{- end }}
{{- end }}

{{/* (list . COMPONENT CONSTRAINTS) */}}
{{- define "teams-availability.pod.spread" -}}
{{- $selector := include "teams-availability.selector" (list (first .) (index . 1)) -}}
{{- with last . }}
topologySpreadConstraints:
  {{- range . }}
  - {{ toYaml . | nindent 4 | trim }}
    labelSelector:
      matchLabels:
        {{- $selector | nindent 8 }}
  {{- end }}
{{- end }}
{{- end }}

{{/* Live: the process itself, never Kafka. Ready: what it needs to do its work. */}}
{{- define "teams-availability.probes" -}}
startupProbe:
  httpGet:
    path: /actuator/health/liveness
    port: management
  periodSeconds: 5
  failureThreshold: 36
livenessProbe:
  httpGet:
    path: /actuator/health/liveness
    port: management
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 3
readinessProbe:
  httpGet:
    path: /actuator/health/readiness
    port: management
  periodSeconds: 5
  timeoutSeconds: 5
  failureThreshold: 2
{{- end }}

{{/* What a service may add: (list . SERVICE) */}}
{{- define "teams-availability.env.service" -}}
{{- $root := first . -}}{{- $service := last . -}}
{{- with $root.Values.logFormat }}
- name: LOG_FORMAT
  value: {{ . | quote }}
{{- end }}
{{- with include "teams-availability.java.options" . }}
- name: JDK_JAVA_OPTIONS
  value: {{ . | quote }}
{{- end }}
{{- with $service.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* Kafka fetches tokens only from where the JVM is told that it may: (list . SERVICE) */}}
{{- define "teams-availability.java.options" -}}
{{- $sasl := (first .).Values.kafka.sasl -}}
{{- $options := list -}}
{{- with (last .).javaOptions }}{{ $options = append $options . }}{{ end -}}
{{- if eq $sasl.mechanism "OAUTHBEARER" }}
{{- $options = append $options (printf "-Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=%s" $sasl.oauth.tokenEndpoint) }}
{{- end -}}
{{- join " " $options -}}
{{- end }}

{{- define "teams-availability.extra.mounts" -}}
{{- range .extraSecrets }}
- name: extra-{{ . }}
  mountPath: /etc/teams-availability/extra/{{ . }}
  readOnly: true
{{- end }}
{{- end }}

{{- define "teams-availability.extra.volumes" -}}
{{- range .extraSecrets }}
- name: extra-{{ . }}
  secret:
    secretName: {{ . | quote }}
    defaultMode: 288 # 0440
{{- end }}
{{- end }}
