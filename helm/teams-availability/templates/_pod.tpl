{{/* What all pods have in common: (list . COMPONENT). The restricted Pod Security Standard asks for most of it. */}}
{{- define "teams-availability.pod.common" -}}
serviceAccountName: {{ include "teams-availability.fullname" (first .) }}-{{ last . }}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  {{- range $field, $id := (first .).Values.podSecurityContext }}
  {{- if not (kindIs "invalid" $id) }}
  {{ $field }}: {{ int64 $id }}
  {{- end }}
  {{- end }}
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
{{- with .hostAliases }}
hostAliases:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .dnsConfig }}
dnsConfig:
  {{- toYaml . | nindent 2 }}
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

{{/* Live: the process itself, never Kafka. Ready: what it needs to do its work. For a service. */}}
{{- define "teams-availability.probes" -}}
{{- range $probe, $path := dict "startup" "liveness" "liveness" "liveness" "readiness" "readiness" }}
{{ $probe }}Probe:
  httpGet:
    path: /actuator/health/{{ $path }}
    port: management
  {{- toYaml (get $.probes $probe) | nindent 2 }}
{{- end }}
{{- end }}

{{- define "teams-availability.extra.mounts" -}}
{{- range $i, $secret := .extraSecrets }}
- name: extra-{{ $i }}
  mountPath: /etc/teams-availability/extra/{{ $secret }}
  readOnly: true
{{- end }}
{{- with .extraVolumeMounts }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- define "teams-availability.extra.volumes" -}}
{{- range $i, $secret := .extraSecrets }}
- name: extra-{{ $i }}
  secret:
    secretName: {{ $secret | quote }}
    defaultMode: 288 # 0440
{{- end }}
{{- with .extraVolumes }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* A CA as the file ca.crt of /etc/teams-availability/NAME: (list NAME CA), empty where no Secret is named */}}
{{- define "teams-availability.ca.volume" -}}
{{- if (last .).secret }}
- name: {{ first . }}
  secret:
    secretName: {{ (last .).secret | quote }}
    defaultMode: 288 # 0440
    items:
      - key: {{ (last .).key | quote }}
        path: ca.crt
{{- end }}
{{- end }}

{{- define "teams-availability.ca.mount" -}}
{{- if (last .).secret }}
- name: {{ first . }}
  mountPath: /etc/teams-availability/{{ first . }}
  readOnly: true
{{- end }}
{{- end }}
