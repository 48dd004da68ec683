package people

import (
	"slices"
	"sort"
	"time"

	"inquit/extract/name"
)

// surroundings tell which full names and bodies each article has, so that two
// articles about the same thing can be told.
type surroundings struct {
	keys [][]string // by article, sorted
	day  []int      // days since 1970, 0 when undated
}

func newSurroundings(r *resolver) *surroundings {
	s := &surroundings{keys: make([][]string, len(r.arts)), day: make([]int, len(r.arts))}
	for i, c := range r.arts {
		s.day[i] = dayOf(c.Article.Published.String())
		for _, k := range r.of[i] {
			f := &r.refs[k]
			if f.ent.Kind == name.Org || f.ent.Kind == name.Person && isFull(f.key) {
				s.keys[i] = append(s.keys[i], string(f.ent.Kind)+" "+f.key)
			}
		}
		slices.Sort(s.keys[i])
		s.keys[i] = slices.Compact(s.keys[i])
	}
	return s
}

// dayOf reads a date as days since 1970; 0 when there is none.
func dayOf(date string) int {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return 0
	}
	return int(t.Unix() / 86400)
}

// common counts the full names and bodies that two articles share.
func (s *surroundings) common(a, b int) int {
	x, y := s.keys[a], s.keys[b]
	n := 0
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i] == y[j]:
			n, i, j = n+1, i+1, j+1
		case x[i] < y[j]:
			i++
		default:
			j++
		}
	}
	return n
}

// dated reports whether both articles have a day.
func (s *surroundings) dated(a, b int) bool { return s.day[a] != 0 && s.day[b] != 0 }

// near reports whether two articles are not known to be more than days apart.
func (s *surroundings) near(a, b, days int) bool {
	if s.day[a] == 0 || s.day[b] == 0 {
		return true
	}
	return s.day[a]-s.day[b] <= days && s.day[b]-s.day[a] <= days
}

// A dayList holds articles in the order of their days.
type dayList struct{ undated, dated []int }

func (l *dayList) add(art int, s *surroundings) {
	if s.day[art] == 0 {
		l.undated = append(l.undated, art)
	} else {
		l.dated = append(l.dated, art)
	}
}

func (l *dayList) sort(s *surroundings) {
	slices.SortStableFunc(l.dated, func(x, y int) int { return s.day[x] - s.day[y] })
}

// near returns the articles that are not known to be more than days from art;
// of many a sample, at most maxCompared.
func (l *dayList) near(art, days int, s *surroundings) []int {
	out := slices.Clone(l.undated[:min(len(l.undated), maxCompared/2)])
	from, to := 0, len(l.dated)
	if day := s.day[art]; day != 0 {
		from = sort.Search(len(l.dated), func(i int) bool { return s.day[l.dated[i]] >= day-days })
		to = sort.Search(len(l.dated), func(i int) bool { return s.day[l.dated[i]] > day+days })
	}
	step := (to-from)/(maxCompared/2) + 1
	for i := from; i < to; i += step {
		out = append(out, l.dated[i])
	}
	return out
}
