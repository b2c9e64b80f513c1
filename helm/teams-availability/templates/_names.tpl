{{/* A block that may be empty, on lines of its own: (list INDENT TEXT) */}}
{{- define "teams-availability.lines" -}}
{{- $indent := first . -}}
{{- with trim (last .) }}{{ nindent $indent . }}{{ end -}}
{{- end }}

{{- define "teams-availability.name" -}}
{{- .Values.nameOverride | default .Chart.Name | trunc 36 | trimSuffix "-" -}}
{{- end }}

{{/* 36 characters leave room for the longest ending within a label of DNS. */}}
{{- define "teams-availability.fullname" -}}
{{- $name := include "teams-availability.name" . -}}
{{- $full := .Release.Name -}}
{{- if not (contains $name .Release.Name) -}}
{{- $full = printf "%s-%s" .Release.Name $name -}}
{{- end -}}
{{- .Values.fullnameOverride | default $full | trunc 36 | trimSuffix "-" -}}
{{- end }}

{{/* What never changes of a release: (list . COMPONENT) */}}
{{- define "teams-availability.selector" -}}
app.kubernetes.io/name: {{ include "teams-availability.name" (first .) }}
app.kubernetes.io/instance: {{ (first .).Release.Name | trunc 63 | trimSuffix "-" }}
app.kubernetes.io/component: {{ last . }}
{{- end }}

{{/* (list . COMPONENT) */}}
{{- define "teams-availability.labels" -}}
{{- $root := first . -}}
{{ include "teams-availability.selector" . }}
app.kubernetes.io/part-of: teams-availability
app.kubernetes.io/version: {{ $root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ $root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" $root.Chart.Name $root.Chart.Version | replace "+" "_" | trunc 63 }}
{{- with $root.Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* Of any object: (list . COMPONENT NAME) */}}
{{- define "teams-availability.metadata" -}}
name: {{ printf "%s-%s" (include "teams-availability.fullname" (first .)) (last .) }}
namespace: {{ (first .).Release.Namespace }}
labels:
  {{- include "teams-availability.labels" (list (first .) (index . 1)) | nindent 2 }}
{{- end }}

{{/* (list . IMAGE) */}}
{{- define "teams-availability.image" -}}
{{- $root := first . -}}{{- $image := last . -}}
{{- with $root.Values.image.registry }}{{ trimSuffix "/" . }}/{{ end -}}
{{- $image.repository -}}
{{- if $image.digest -}}@{{ $image.digest }}{{- else -}}:{{ $root.Values.image.tag | default $root.Chart.AppVersion }}{{- end -}}
{{- end }}


{{/* Where the mapping-service says that it is; empty: its own default. */}}
{{- define "teams-availability.public.url" -}}
{{- if .Values.mappingService.publicUrl -}}
{{- .Values.mappingService.publicUrl -}}
{{- else if and .Values.ingress.enabled .Values.ingress.tlsSecret -}}
https://{{ .Values.ingress.host }}
{{- end -}}
{{- end }}

{{/* With the CA that is mounted, where the URL names none itself. */}}
{{- define "teams-availability.database.url" -}}
{{- $url := .Values.database.url -}}
{{- $url -}}
{{- if and .Values.database.ca.secret (not (contains "sslrootcert=" $url)) -}}
{{- contains "?" $url | ternary "&" "?" -}}sslrootcert=/etc/teams-availability/database/ca.crt
{{- end -}}
{{- end }}
