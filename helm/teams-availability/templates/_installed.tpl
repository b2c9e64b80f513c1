{{/*
What Kubernetes never changes of the enricher's StatefulSet, against the one that is there: an upgrade
would fail after half of it. Where no cluster is asked, as by `helm template`, none is there.
*/}}
{{- define "teams-availability.checks.installed" -}}
{{- $name := printf "%s-enricher" (include "teams-availability.fullname" .) }}
{{- $state := .Values.enricher.state }}
{{- $way := printf "delete it with its pods (kubectl --namespace %s delete statefulset %s), then upgrade" .Release.Namespace $name }}
{{- with lookup "apps/v1" "StatefulSet" .Release.Namespace $name }}
{{- $claims := .spec.volumeClaimTemplates | default list }}
{{- if ne (gt (len $claims) 0) $state.persistent }}
{{- fail (printf "enricher.state.persistent is %v and was %v, which a StatefulSet cannot change: %s" $state.persistent (not $state.persistent) $way) }}
{{- end }}
{{- range $claims }}
{{- $class := hasKey .spec "storageClassName" | ternary (.spec.storageClassName | default "-") "" }}
{{- if ne $class $state.storageClass }}
{{- fail (printf "enricher.state.storageClass is %q and was %q, which a StatefulSet cannot change: %s" $state.storageClass $class $way) }}
{{- end }}
{{- $size := .spec.resources.requests.storage }}
{{- if ne (include "teams-availability.bytes" $size) (include "teams-availability.bytes" $state.size) }}
{{- fail (printf "enricher.state.size is %v and was %v, which a StatefulSet cannot change: %s" $state.size $size $way) }}
{{- end }}
{{- end }}
{{- $label := index .spec.selector.matchLabels "app.kubernetes.io/name" }}
{{- if ne $label (include "teams-availability.name" $) }}
{{- fail (printf "nameOverride makes the name %q, which was %q: what selects pods cannot change, so uninstall first" (include "teams-availability.name" $) $label) }}
{{- end }}
{{- end }}
{{- end }}

{{/* A quantity as a number: Kubernetes gives back 5Gi for 5120Mi, and 5e9 for 5000000000. */}}
{{- define "teams-availability.bytes" -}}
{{- $text := kindIs "string" . | ternary . (printf "%.0f" (float64 .)) -}}
{{- $factors := dict "" 1 "m" 0.001 "k" 1e3 "M" 1e6 "G" 1e9 "T" 1e12 "Ki" 1024 "Mi" 1048576 "Gi" 1073741824 "Ti" 1099511627776 -}}
{{- $number := regexFind "^[0-9.]+(e[0-9]+)?" $text -}}
{{- printf "%.0f" (mulf $number (get $factors (trimPrefix $number $text))) -}}
{{- end }}
