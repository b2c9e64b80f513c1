{{/*
What Kubernetes never changes of the enricher's StatefulSet, against the one that is there: an upgrade
would fail after half of it. Where no cluster is asked, as by `helm template`, none is there.
*/}}
{{- define "teams-availability.checks.installed" -}}
{{- $name := printf "%s-enricher" (include "teams-availability.fullname" .) }}
{{- $state := .Values.enricher.state }}
{{- $way := printf "delete it and its claims (kubectl --namespace %s delete statefulset,pvc --selector app.kubernetes.io/instance=%s,app.kubernetes.io/component=enricher), then upgrade; \"Changing the volumes\" in the chart's README.md has another way for a larger size" .Release.Namespace .Release.Name }}
{{- with lookup "apps/v1" "StatefulSet" .Release.Namespace $name }}
{{- $claims := .spec.volumeClaimTemplates | default list }}
{{- if ne (gt (len $claims) 0) $state.persistent }}
* {{ printf "enricher.state.persistent is %v and was %v, which a StatefulSet cannot change: %s" $state.persistent (not $state.persistent) $way }}
{{- end }}
{{- range $claims }}
{{- $class := hasKey .spec "storageClassName" | ternary (.spec.storageClassName | default "-") "" }}
{{- if ne $class $state.storageClass }}
* {{ printf "enricher.state.storageClass is %q and was %q, which a StatefulSet cannot change: %s" $state.storageClass $class $way }}
{{- end }}
{{- $size := .spec.resources.requests.storage }}
{{- if ne (include "teams-availability.bytes" $size) (include "teams-availability.bytes" $state.size) }}
* {{ printf "enricher.state.size is %v and was %v, which a StatefulSet cannot change: %s" $state.size $size $way }}
{{- end }}
{{- end }}
{{- $label := index .spec.selector.matchLabels "app.kubernetes.io/name" }}
{{- if ne $label (include "teams-availability.name" $) }}
* {{ printf "nameOverride makes the name %q, which was %q: what selects pods cannot change, so uninstall first" (include "teams-availability.name" $) $label }}
{{- end }}
{{- end }}
{{- end }}

{{/* A quantity as a number: Kubernetes gives back 5Gi for 5120Mi, and 5e9 for 5000000000. */}}
{{- define "teams-availability.bytes" -}}
{{- $text := kindIs "string" . | ternary . (printf "%.0f" (float64 .)) -}}
{{- $factors := dict "" 1 "m" 0.001 "k" 1e3 "M" 1e6 "G" 1e9 "T" 1e12 "P" 1e15 "E" 1e18 "Ki" 1024 "Mi" 1048576 "Gi" 1073741824 "Ti" 1099511627776 "Pi" 1125899906842624 "Ei" 1152921504606846976 -}}
{{- $number := regexFind "^[0-9.]+(e[0-9]+)?" $text -}}
{{- printf "%.0f" (mulf $number (get $factors (trimPrefix $number $text))) -}}
{{- end }}
