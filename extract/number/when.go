package number

func (f *finder) when(i int, published string) *Time { return nil }
func (f *finder) modality(a *amount) Modality {
	if a.form == vagueForm {
		return Vague
	}
	return Fact
}
