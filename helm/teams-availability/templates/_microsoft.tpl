{{/* Credentials are files of a mounted directory, which follows a changed Secret; a subPath would not. */}}
{{- define "teams-availability.microsoft.env" -}}
{{- range $cloud, $app := .Values.microsoft }}
{{- if $app.clientId }}
{{- $suffix := eq $cloud "GLOBAL" | ternary "" (printf "_%s" $cloud) }}
- name: MICROSOFT_CLIENT_ID{{ $suffix }}
  value: {{ $app.clientId | quote }}
{{- if $app.clientSecret.secret }}
- name: MICROSOFT_CLIENT_SECRET_FILE{{ $suffix }}
  value: /etc/teams-availability/microsoft/{{ $cloud }}/{{ $app.clientSecret.key }}
{{- else }}
- name: MICROSOFT_CLIENT_CERTIFICATE{{ $suffix }}
  value: /etc/teams-availability/microsoft/{{ $cloud }}/{{ $app.clientCertificate.key }}
{{- end }}
{{- with $app.loginUrl }}
- name: MICROSOFT_LOGIN_URL{{ $suffix }}
  value: {{ . | quote }}
{{- end }}
{{- with $app.graphUrl }}
- name: MICROSOFT_GRAPH_URL{{ $suffix }}
  value: {{ . | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{- define "teams-availability.microsoft.sources" -}}
{{- range $cloud, $app := .Values.microsoft }}
{{- if $app.clientId }}
{{- $credential := empty $app.clientSecret.secret | ternary $app.clientCertificate $app.clientSecret }}
- secret:
    name: {{ $credential.secret | quote }}
    items:
      - key: {{ $credential.key | quote }}
        path: {{ $cloud }}/{{ $credential.key }}
{{- end }}
{{- end }}
{{- end }}

{{- define "teams-availability.microsoft.volumes" -}}
{{- with include "teams-availability.microsoft.sources" . }}
- name: microsoft
  projected:
    defaultMode: 288 # 0440
    sources:
      {{- include "teams-availability.lines" (list 6 .) }}
{{- end }}
{{- end }}

{{- define "teams-availability.microsoft.mounts" -}}
{{- if include "teams-availability.microsoft.sources" . }}
- name: microsoft
  mountPath: /etc/teams-availability/microsoft
  readOnly: true
{{- end }}
{{- end }}
