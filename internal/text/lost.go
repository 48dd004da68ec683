package text

import "inquit/article"

func isLostSign(r rune) bool { return r == 'ā' || r == 'â' || r == 0xFFFD }

// findLost finds marks of which one letter or sign is left.
func findLost(s string) []article.Repair { return nil }
